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

function sentence(claim: ts.FunctionDeclaration): string {
  const name = claim.name?.text ?? ''
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function isIn(claim: ts.FunctionDeclaration, { start = -1 }: ts.Diagnostic): boolean {
  return claim.pos <= start && start < claim.end
}
