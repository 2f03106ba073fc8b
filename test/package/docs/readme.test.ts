import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONFIG_ISSUES } from '../../../src/policy/config/config-issue.js'
import { DENIALS } from '../../../src/policy/decide/denial.js'
import { REFUSALS } from '../../behaviour/cors-compat/refusals.js'
import { anchorOf, type Block, codeBlocks, headings, links } from './markdown.js'

const root = new URL('../../../', import.meta.url)
const folder = new URL('.blocks/', import.meta.url)
const readme = await readFile(new URL('README.md', root), 'utf8')
const benchmark = await readFile(new URL('bench/README.md', root), 'utf8')
const prelude = await readFile(new URL('prelude.ts', import.meta.url), 'utf8')
const blocks = codeBlocks(readme)
const programs = blocks.filter(({ language }) => language === 'ts')

function fileOf({ line }: Block, extension: string): URL {
  return new URL(`line-${line}.${extension}`, folder)
}

/** A block that imports nothing is a fragment, and goes behind the prelude. */
function sourceOf({ code }: Block): string {
  return /^import /m.test(code) ? code : `${prelude}\n${code}`
}

/** What a block says that it prints: its `// →` comments, and a text block right behind it. */
function expectedOutput(block: Block): string[] {
  const comments = [...block.code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text)
  const next = blocks[blocks.indexOf(block) + 1]
  return next?.language === 'text' ? [...comments, ...next.code.trimEnd().split('\n')] : comments
}

async function run(block: Block): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', './test/package/docs/preload.mjs', fileOf(block, 'mjs').pathname],
    { cwd: root, timeout: 10_000 },
  )
  // Only the date differs from run to run.
  const lines = stdout.trimEnd().replaceAll(/^( *Date): .*$/gm, '$1: …')
  return lines === '' ? [] : lines.split('\n')
}

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  for (const block of programs) {
    const source = sourceOf(block)
    await writeFile(fileOf(block, 'ts'), source)
    const module = ts.ModuleKind.ESNext
    const target = ts.ScriptTarget.ES2022
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module, target } })
    await writeFile(fileOf(block, 'mjs'), outputText)
  }
})

afterAll(() => rm(folder, { recursive: true }))

describe('the README', () => {
  it('has blocks that type-check', { timeout: 30_000 }, () => {
    const { config } = ts.readConfigFile(new URL('tsconfig.json', root).pathname, ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root.pathname)
    const files = programs.map((block) => fileOf(block, 'ts').pathname)
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, options))
    const texts = diagnostics.map(({ file, messageText }) => {
      return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    expect(texts).toEqual([])
  })

  it.each(programs)('prints what it says in the block at line $line', async (block) => {
    expect(await run(block)).toEqual(expectedOutput(block))
  })

  it.each(['Errors', 'Unsafe', 'Advice', 'Denials'])('has a heading per code under %s', (title) => {
    const all = headings(readme)
    const start = all.findIndex(({ text }) => text === title)
    const end = all.findIndex(({ level }, index) => index > start && level <= 3)
    const codes = all.slice(start + 1, end).map(({ text }) => text.replace(' (denial)', ''))
    expect(codes).toEqual(CODES[title])
  })

  it('names in the guide from cors every error that options of cors can get', () => {
    const guide = /^## Coming from cors$.*?^## /ms.exec(readme)?.[0] ?? ''
    const codes = REFUSALS.flatMap((refusal) => refusal.codes)
    const unsafe = codesOf('unsafe')
    const missing = codes.filter((code) => {
      return (
        !guide.includes(`(#${code})`) && !(unsafe.includes(code) && guide.includes('(#unsafe)'))
      )
    })
    expect(codes.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })

  it('shows rows of the last full run of the benchmark', () => {
    const [, table = ''] = readme.split(/<!-- bench:(?:start|end) -->/)
    const rows = table.trim().split('\n').slice(2)
    expect(rows).toHaveLength(6)
    expect(rows.filter((row) => !benchmark.includes(row.slice(0, -1)))).toEqual([])
  })

  it('links to headings and files that exist', () => {
    const anchors = headings(readme).map((heading) => `#${anchorOf(heading)}`)
    const own = links(readme).filter((target) => !target.startsWith('https:'))
    const broken = own.filter(
      (target) =>
        !(target.startsWith('#') ? anchors.includes(target) : existsSync(new URL(target, root))),
    )
    expect(own.length).toBeGreaterThan(10)
    expect(broken).toEqual([])
  })
})

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
