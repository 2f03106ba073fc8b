import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import ts from 'typescript'
import { type Block, codeBlocks } from './markdown.js'

const ROOT = new URL('../../../', import.meta.url)
/** The programs run here, so that they find the package by its name. */
export const PROGRAMS = new URL('.programs/', import.meta.url)

/** A page of the documentation. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** A code block that is a program, and what the page says that it prints. */
export interface Program {
  readonly page: string
  readonly line: number
  readonly language: string
  readonly code: string
  readonly printed: readonly string[]
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(new URL(path, ROOT), 'utf8') }
}

export function programsOf({ path, text }: Page): Program[] {
  const blocks = codeBlocks(text)
  return blocks
    .filter(({ language }) => language === 'js' || language === 'ts')
    .map((block) => ({ page: path, ...block, printed: printedBy(block, blocks) }))
}

/** Its `// →` comments, and a text block right behind it. */
function printedBy(block: Block, blocks: readonly Block[]): string[] {
  const comments = [...block.code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text)
  const next = blocks[blocks.indexOf(block) + 1]
  return next?.language === 'text' ? [...comments, ...next.code.trimEnd().split('\n')] : comments
}

export function fileOf({ page, line }: Program, extension: string): URL {
  return new URL(`${page.replaceAll('/', '-')}-${line}.${extension}`, PROGRAMS)
}

/** Compiled, since a `ts` block may have types. */
export function compile({ code }: Program): string {
  const module = ts.ModuleKind.ESNext
  const target = ts.ScriptTarget.ES2022
  return ts.transpileModule(code, { compilerOptions: { module, target } }).outputText
}

/** What the compiler says; JavaScript is checked as an editor checks it, without `strict`. */
export function typeCheck(programs: readonly Program[]): string[] {
  const { config } = ts.readConfigFile(new URL('tsconfig.json', ROOT).pathname, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT.pathname)
  return ['js', 'ts'].flatMap((language) => {
    const strict = language === 'ts'
    const files = programs
      .filter((program) => program.language === language)
      .map((program) => fileOf(program, 'ts').pathname)
    const diagnostics = ts.getPreEmitDiagnostics(
      ts.createProgram(files, {
        ...options,
        ...(strict ? {} : { strict, exactOptionalPropertyTypes: false, noImplicitAny: false }),
        noUnusedLocals: false,
        noUnusedParameters: false,
      }),
    )
    return diagnostics.map(({ file, messageText }) => {
      return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  })
}

/** The lines that a program prints; of a program of `node:test`, how many tests failed. */
export async function run(program: Program): Promise<string[]> {
  const isTest = program.code.includes("'node:test'")
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--import', './test/package/docs/preload.mjs'],
      ...(isTest ? ['--test-reporter=tap'] : []),
      fileOf(program, 'mjs').pathname,
    ],
    { cwd: ROOT, timeout: 20_000 },
  )
  if (isTest) return [...stdout.matchAll(/^# (?:pass|fail) \d+$/gm)].map(([line]) => line)
  // Only the date differs from run to run, and the error's last line leads to a page.
  const lines = stdout.trimEnd().replaceAll(/^( *Date): .*$/gm, '$1: …')
  return lines === '' ? [] : lines.split('\n')
}
