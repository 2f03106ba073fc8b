import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cors } from '../../../src/index.js'
import { createPage } from '../../../src/testing.js'
import { initOf } from '../../../src/ui/form/check-form.js'
import { testCode } from '../../../src/ui/write/test-code.js'
import { portOf } from '../../support/port-of.js'
import { FORMS } from '../../unit/ui/forms.js'
import { exampleFile, TIMEOUT } from './run-example.js'

const middleware = cors({
  origin: 'https://app.example.com',
  methods: ['GET', 'PUT'],
  credentials: true,
})

/** Runs what the page shows under "The same as a test", as its reader would. */
async function run(code: string): Promise<string> {
  const folder = await mkdtemp(exampleFile('../.copy-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'copied.test.mjs')
  await writeFile(file, code)
  const args = ['--test', '--test-reporter=tap', file]
  const env = { ...process.env, AUTHORIZATION: 'Bearer x', COOKIE: 'a=b' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return stdout
}

describe('the test that the page shows', { timeout: TIMEOUT }, () => {
  it.each(Object.entries(FORMS))('passes against the same server: %s', async (_, form) => {
    const server = createServer((req, res) => {
      middleware(req, res, () => res.end())
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.close()
    })
    const port = portOf(server)
    for (const [method, outcome] of [
      [form.method, 'shared'],
      ['DELETE', 'blocked'],
    ] as const) {
      const asked = { ...form, method, url: form.url.replace('3000', String(port)) }
      const page = createPage(asked.url, { origin: asked.origin })
      const verdict = await page.check(asked.url, initOf(asked))
      await page.close()
      expect(verdict.outcome).toBe(outcome)
      const code = testCode(asked, verdict)
      expect(code).not.toContain('secret')
      expect(await run(code)).toContain('# pass 1\n')
    }
  })
})
