import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { describeError, projectOptions } from './compiler.js'

const CLAIMS = new URL('claims/', import.meta.url)
const FILES = readdirSync(CLAIMS).map((name) => fileURLToPath(new URL(name, CLAIMS)))

describe('with exactOptionalPropertyTypes', () => {
  checkClaims(FILES, { exactOptionalPropertyTypes: true })
})

describe('without exactOptionalPropertyTypes', () => {
  // An optional property then takes undefined too, and nothing can be said against it.
  const files = FILES.filter((file) => basename(file) !== 'exact-optional-property-types.ts')
  checkClaims(files, { exactOptionalPropertyTypes: false })
})

/** Each function of these files is a claim, made by its name, and holds if it compiles. */
function checkClaims(files: readonly string[], overrides: ts.CompilerOptions): void {
  const program = ts.createProgram(files, { ...projectOptions(), ...overrides })
  for (const file of files) {
    describe(basename(file, '.ts'), () => {
      const source = program.getSourceFile(file)
      if (source === undefined) throw new Error(`${file} is not in the program`)
      const errors = ts.getPreEmitDiagnostics(program, source)

      const claims = source.statements.filter(ts.isFunctionDeclaration).filter(({ body }) => body)
      it.each(claims.map((claim) => [sentence(claim), claim] as const))('%s', (_, claim) => {
        expect(errors.filter((error) => isIn(claim, error)).map(describeError)).toEqual([])
      })

      it('has no error outside of its claims', () => {
        const others = errors.filter((error) => !claims.some((claim) => isIn(claim, error)))
        expect(others.map(describeError)).toEqual([])
      })
    })
  }
}

describe('an editor', { timeout: 30_000 }, () => {
  it('completes options in an empty call, and nothing of a policy', () => {
    const names = completionsIn('cors({ })', 'cors({ '.length)
    expect(names).toEqual([
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
})

/** What an editor offers at a position of a statement that uses the package. */
function completionsIn(statement: string, position: number): string[] {
  const { path, text } = fileWith(statement)
  const textOf = (name: string) => (name === path ? text : ts.sys.readFile(name))
  const service = ts.createLanguageService({
    fileExists: (name) => name === path || ts.sys.fileExists(name),
    readFile: textOf,
    getCurrentDirectory: () => fileURLToPath(CLAIMS),
    getCompilationSettings: projectOptions,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot(name) {
      const found = textOf(name)
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found)
    },
  })
  const start = text.length - statement.length
  const { entries = [] } = service.getCompletionsAtPosition(path, start + position, {}) ?? {}
  return entries.map(({ name }) => name).sort()
}

function fileWith(statement: string): { readonly path: string; readonly text: string } {
  const path = fileURLToPath(new URL('statement.ts', CLAIMS))
  return {
    path,
    text: `import { cors, createPolicy } from '../../../../src/index.js'\n${statement}`,
  }
}

function sentence(claim: ts.FunctionDeclaration): string {
  const name = claim.name?.text ?? ''
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function isIn(claim: ts.FunctionDeclaration, { start = -1 }: ts.Diagnostic): boolean {
  return claim.pos <= start && start < claim.end
}
