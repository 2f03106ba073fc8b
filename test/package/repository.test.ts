import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import lock from '../../package-lock.json' with { type: 'json' }

const WORKFLOWS = new URL('../../.github/workflows/', import.meta.url)

const workflows = readdirSync(WORKFLOWS).map((name) => ({
  name,
  text: readFileSync(new URL(name, WORKFLOWS), 'utf8'),
}))

describe('package-lock.json', () => {
  it('has the integrity of every package, those of other platforms included', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter(([, entry]) => !('integrity' in entry))).toEqual([])
  })
})

describe('the workflows', () => {
  it('are these', () => {
    expect(workflows.map(({ name }) => name).sort()).toEqual(['ci.yml', 'publish.yml'])
  })

  it.each(workflows)('pin every action of $name by commit, with its version', ({ text }) => {
    const uses = [...text.matchAll(/^[ -]*uses: *(?<action>.+)$/gm)].map(
      ({ groups }) => groups?.action,
    )
    const pinned = /^(?:\.\/.+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((action = '') => !pinned.test(action))).toEqual([])
  })

  it.each(workflows)('use no secret in $name', ({ text }) => {
    expect(text).not.toMatch(/\bsecrets\b/)
  })

  it('let one job sign in to npm, which runs nothing but npm', () => {
    const jobs = workflows.flatMap(({ text }) => text.split(/^ {2}(?=[\w-]+:$)/m))
    const trusted = jobs.filter((job) => job.includes('id-token'))
    expect(trusted.map((job) => job.split(':')[0])).toEqual(['publish'])
    const [publish = ''] = trusted
    expect([...publish.matchAll(/uses: ([^@]+)/g)].map(([, action]) => action)).toEqual([
      'actions/download-artifact',
      'actions/setup-node',
    ])
    const commands = [...publish.matchAll(/run: (.*)/g)].map(([, command]) => command)
    expect(commands).toEqual([
      expect.stringMatching(
        /^npm publish "\.\/strict-cors-\S+\.tgz" --ignore-scripts --provenance /,
      ),
    ])
  })
})

describe('package.json', () => {
  it('has no script that npm runs by itself when it installs, packs or publishes', () => {
    const own = /^(?:pre|post)|^(?:prepare|install|publish|pack|dependencies)$/
    expect(Object.keys(manifest.scripts).filter((name) => own.test(name))).toEqual([])
  })
})
