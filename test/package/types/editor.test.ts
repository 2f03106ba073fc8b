import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectOptions } from './compiler.js'

const ENTRIES = ['index', 'policy', 'testing']

const OPTIONS = "{ maxAge: 600, origin: 'https://app.example.com', credentials: true }"
const TEXT = `import { cors, type CorsOptions, createPolicy } from '../../../src/index.js'
import { audit, createPage, type PageOptions } from '../../../src/testing.js'
declare const pageOptions: PageOptions
cors({ })
cors(${OPTIONS})
createPolicy(${OPTIONS})
const options: CorsOptions = ${OPTIONS}
audit(() => ({ status: 204, headers: [] }))
audit('https://api.example.com')
createPage(() => ({ status: 204, headers: [] }), pageOptions)
createPage('https://api.example.com', pageOptions)
`

describe('an editor', { timeout: 60_000 }, () => {
  const path = fileURLToPath(new URL('statements.ts', import.meta.url))
  const service = serviceFor(path, TEXT)

  it('completes options in an empty call, and nothing of a policy', () => {
    const at = TEXT.indexOf(' })')
    const { entries = [] } = service.getCompletionsAtPosition(path, at, {}) ?? {}
    expect(entries.map(({ name }) => name).sort()).toEqual([
      'allowedHeaders',
      'credentials',
      'dangerouslyAllow',
      'enforce',
      'exposedHeaders',
      'maxAge',
      'methods',
      'onDecision',
      'optionsSuccessStatus',
      'origin',
      'preflightContinue',
    ])
  })

  it.each(['origin', 'credentials', 'maxAge'])('says the same of %s in every place', (option) => {
    const places = [...TEXT.matchAll(new RegExp(`${option}:`, 'g'))]
    const [first = '', ...others] = places.map(({ index }) => hoverAt(service, path, index))
    expect(first).toMatch(/^\w.*@default /s)
    expect(others).toEqual([first, first])
  })

  it.each(['audit', 'createPage'])('says the same of %s() for every target', (name) => {
    const calls = [...TEXT.matchAll(new RegExp(`^${name}`, 'gm'))]
    const [first = '', ...others] = calls.map(({ index }) => hoverAt(service, path, index))
    expect(first).toMatch(/^\w.*@example /s)
    expect(others).toEqual([first])
  })

  it.each(ENTRIES)('has a text for everything in the entry %s', (entry) => {
    expect(withoutText(entry)).toEqual([])
  })
})

/** What an editor shows when the mouse is over a place. */
function hoverAt(service: ts.LanguageService, path: string, place: number): string {
  const { documentation, tags } = service.getQuickInfoAtPosition(path, place) ?? {}
  const texts = (tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)
  return [ts.displayPartsToString(documentation), ...texts].join('\n')
}

/** What an editor asks about a file that is not on disk. */
function serviceFor(path: string, text: string): ts.LanguageService {
  const textOf = (name: string) => (name === path ? text : ts.sys.readFile(name))
  return ts.createLanguageService({
    fileExists: (name) => name === path || ts.sys.fileExists(name),
    readFile: textOf,
    getCurrentDirectory: () => fileURLToPath(new URL('./', import.meta.url)),
    getCompilationSettings: projectOptions,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot(name) {
      const found = textOf(name)
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found)
    },
  })
}

/** What an entry exports without a text, and likewise the members that its types lead to. */
function withoutText(entry: string): string[] {
  const source = fileURLToPath(new URL(`../../../src/${entry}.ts`, import.meta.url))
  const program = ts.createProgram([source], projectOptions())
  const checker = program.getTypeChecker()
  const seen = new Set<ts.Type>()
  const found = new Set<string>()

  function check(path: string, symbol: ts.Symbol): void {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker))
    if (text === '') found.add(path)
  }

  function visit(path: string, type: ts.Type): void {
    if (seen.has(type)) return
    seen.add(type)
    if (type.isUnionOrIntersection()) for (const part of type.types) visit(path, part)
    for (const signature of type.getCallSignatures()) {
      visit(`${path}()`, signature.getReturnType())
      for (const parameter of signature.getParameters()) {
        visit(`${path}(${parameter.name})`, checker.getTypeOfSymbol(parameter))
      }
    }
    for (const member of checker.getPropertiesOfType(type)) {
      if (!isOurs(member)) continue
      const memberType = checker.getTypeOfSymbol(member)
      if (!canHaveValue(memberType)) continue
      check(`${path}.${member.name}`, member)
      visit(`${path}.${member.name}`, memberType)
    }
  }

  const entryModule = checker.getSymbolAtLocation(program.getSourceFile(source) ?? never(source))
  for (const exported of checker.getExportsOfModule(entryModule ?? never(source))) {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
    check(exported.name, symbol)
    if (symbol.flags & ts.SymbolFlags.Type) {
      visit(exported.name, checker.getDeclaredTypeOfSymbol(symbol))
    }
    if (symbol.flags & ts.SymbolFlags.Value) visit(exported.name, checker.getTypeOfSymbol(symbol))
  }
  return [...found]
}

function isOurs({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((declaration) => /\/src\/\w/.test(declaration.getSourceFile().fileName))
}

/** Whether a member is more than a place that another type of its union fills. */
function canHaveValue(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type]
  return parts.some(({ flags }) => (flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) === 0)
}

function never(path: string): never {
  throw new Error(`${path} is not a module of the program`)
}
