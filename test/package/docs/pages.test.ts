import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONFIG_ISSUES } from '../../../src/policy/config/issues/issue-texts.js'
import { DENIALS } from '../../../src/policy/decide/denial/denial.js'
import { explainMessage } from '../../../src/testing.js'
import { REFUSALS } from '../../behaviour/cors-compat/refusals.js'
import { anchorOf, headings, links } from './markdown.js'
import { compile, fileOf, PROGRAMS, programsOf, readPage, run, typeCheck } from './programs.js'

const ROOT = new URL('../../../', import.meta.url)

function pagesIn(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`)
}

const readme = readPage('README.md')
const errorCodes = readPage('docs/error-codes.md')
const guide = readPage('docs/migrating-from-cors.md')
const benchmark = readPage('bench/README.md')
const manual = [readme, ...pagesIn('docs/').map(readPage)]
const programs = manual.flatMap(programsOf)

beforeAll(async () => {
  await mkdir(PROGRAMS, { recursive: true })
  for (const program of programs) {
    await writeFile(fileOf(program, 'ts'), program.code)
    await writeFile(fileOf(program, 'mjs'), compile(program))
  }
})

afterAll(() => rm(PROGRAMS, { recursive: true }))

describe('the programs of the documentation', () => {
  it('are complete: each imports what it uses', () => {
    expect(programs.length).toBeGreaterThan(20)
    expect(programs.filter(({ code }) => !/^import /m.test(code))).toEqual([])
  })

  it('type-check', { timeout: 60_000 }, () => {
    expect(typeCheck(programs)).toEqual([])
  })

  it.each(programs)('print what $page says at line $line', { timeout: 30_000 }, async (program) => {
    const isTest = program.code.includes("'node:test'")
    const tests = [...program.code.matchAll(/^test\(/gm)].length
    const expected = isTest ? [`# pass ${tests}`, '# fail 0'] : program.printed
    expect(await run(program)).toEqual(expected)
  })
})

describe('the README', () => {
  it('is short', () => {
    expect(readme.text.split('\n').length).toBeLessThanOrEqual(351)
  })

  it('shows rows of the last full run of the benchmark', () => {
    const [, table = ''] = readme.text.split(/<!-- bench:(?:start|end) -->/)
    const rows = table.trim().split('\n').slice(2)
    expect(rows).toHaveLength(6)
    expect(rows.filter((row) => !benchmark.text.includes(row.slice(0, -1)))).toEqual([])
  })

  it('has in its table of messages only what explainMessage() knows', () => {
    const section = /^## When something is blocked$.*?^## /ms.exec(readme.text)?.[0] ?? ''
    const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell)
    const phrases = cells.flatMap((cell) =>
      cell.split('` · `').map((text) => text.replaceAll('`', '')),
    )
    expect(phrases.length).toBeGreaterThan(15)
    expect(phrases.filter((phrase) => explainMessage(phrase).length === 0)).toEqual([])
  })
})

describe('docs/error-codes.md', () => {
  it.each(['Errors', 'Unsafe', 'Advice', 'Denials'])('has a heading per code under %s', (title) => {
    const all = headings(errorCodes.text)
    const start = all.findIndex(({ text }) => text === title)
    const end = all.findIndex(({ level }, index) => index > start && level <= 2)
    const codes = all
      .slice(start + 1, end < 0 ? undefined : end)
      .map(({ text }) => text.replace(' (denial)', ''))
    expect(new Set(codes)).toEqual(new Set(CODES[title]))
  })
})

describe('docs/migrating-from-cors.md', () => {
  it('names every error that options of cors can get', () => {
    const codes = REFUSALS.flatMap((refusal) => refusal.codes)
    const unsafe = codesOf('unsafe')
    const missing = codes.filter((code) => {
      return (
        !guide.text.includes(`#${code})`) &&
        !(unsafe.includes(code) && guide.text.includes('#unsafe)'))
      )
    })
    expect(codes.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})

describe('the links of the documentation', () => {
  const pages = [...manual, ...pagesIn('docs/decisions/').map(readPage), benchmark]

  it.each(pages)('of $path lead to headings and files that exist', ({ path, text }) => {
    const own = links(text).filter((target) => !/^https?:/.test(target))
    expect(own.filter((target) => !leadsSomewhere(path, target))).toEqual([])
  })

  it('lead from the README to every page of docs/', () => {
    const targets = links(readme.text).map((target) => target.replace(/#.*$/, ''))
    expect(pagesIn('docs/').filter((path) => !targets.includes(path))).toEqual([])
  })
})

function leadsSomewhere(from: string, target: string): boolean {
  const { pathname, hash } = new URL(target, new URL(from, ROOT))
  if (!existsSync(pathname)) return false
  if (hash === '') return true
  const text = readPage(pathname.slice(ROOT.pathname.length)).text
  return headings(text).some((heading) => `#${anchorOf(heading)}` === hash)
}

function codesOf(severity: string): string[] {
  return Object.entries(CONFIG_ISSUES)
    .filter(([, issue]) => issue.severity === severity)
    .map(([code]) => code)
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  Errors: codesOf('error'),
  Unsafe: codesOf('unsafe'),
  Advice: codesOf('advice'),
  Denials: Object.keys(DENIALS),
}
