import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { RULES } from './architecture-rules.js'

const SRC = new URL('../src/', import.meta.url)

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))

function textOf(file: string): string {
  return readFileSync(new URL(file, SRC), 'utf8')
}

/** A file's folder, or the file itself if it is an entry. */
function folderOf(file: string): string {
  return file.includes('/') ? posix.dirname(file) : file
}

/** What a file imports in any form, types included: files as they lie in src/, and packages. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(textOf(file), true, true)
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.')
      ? posix.join(posix.dirname(file), fileName.replace(/\.js$/, '.ts'))
      : fileName,
  )
}

/** Whether a file is in a folder, but not in a folder of it, or is the file itself. */
function isIn(file: string, known: string): boolean {
  return known === file || known === folderOf(file)
}

function isAllowed(file: string, imported: string): boolean {
  const rule = RULES.get(folderOf(file))
  if (rule === undefined) return false
  if (files.includes(imported))
    return [folderOf(file), ...rule.from].some((known) => isIn(imported, known))
  return rule.packages.some((known) =>
    typeof known === 'string' ? known === imported : known.test(imported),
  )
}

describe('the source', () => {
  it('has these folders and no others', () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(RULES.keys()))
  })

  it.each(files)('lets %s import what its folder may, and nothing else', (file) => {
    expect(importsOf(file).filter((imported) => !isAllowed(file, imported))).toEqual([])
  })

  it.each([...RULES])('has a use for everything that %s may import', (folder, { from }) => {
    const imported = files.filter((file) => folderOf(file) === folder).flatMap(importsOf)
    expect(from.filter((known) => !imported.some((file) => isIn(file, known)))).toEqual([])
  })

  it('sees every form of an import', () => {
    const source = `import a from 'a'
      import type { B } from 'b'
      export * from 'c'
      const d = await import('d')
      const e: typeof import('e') = require('e')`
    const seen = ts.preProcessFile(source, true, true).importedFiles
    expect(seen.map(({ fileName }) => fileName)).toEqual(['a', 'b', 'c', 'd', 'e', 'e'])
  })
})

/** The groups of names that lead back to themselves. */
function circlesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const to of edges.get(from) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      reach(to, seen)
    }
    return seen
  }
  const names = [...edges.keys()]
  const reached = new Map(names.map((name) => [name, reach(name)]))
  const onCircle = names.filter((name) => reached.get(name)?.has(name))
  const groups = new Set(
    onCircle.map((name) =>
      onCircle
        .filter((other) => reached.get(name)?.has(other) && reached.get(other)?.has(name))
        .sort()
        .join(' '),
    ),
  )
  return [...groups].map((group) => group.split(' '))
}

describe('the imports', () => {
  it("run in a circle only if the standard's algorithms do, types included", () => {
    expect(circlesOf(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([
      [
        'browser/algorithms/http-fetch.ts',
        'browser/algorithms/http-redirect-fetch.ts',
        'browser/algorithms/main-fetch.ts',
      ],
    ])
  })

  it('run one way between folders, but for the files that folders inside a folder import from it', () => {
    const shared = [...RULES].flatMap(([folder, { from }]) =>
      from
        .filter((known) => known.includes('/') && files.includes(known))
        .map((file) => ({ folder, file })),
    )
    expect(shared.filter(({ folder, file }) => !folder.startsWith(`${folderOf(file)}/`))).toEqual(
      [],
    )
    expect(circlesOf(new Map([...RULES].map(([folder, { from }]) => [folder, from])))).toEqual([])
  })
})

describe('an entry', () => {
  const entries = files.filter((file) => !file.includes('/') && file !== 'cli.ts')

  it.each(entries)('%s re-exports and does nothing else', (file) => {
    const { statements } = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest)
    const others = statements.filter(
      (statement) => !ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined,
    )
    expect(statements.length).toBeGreaterThan(0)
    expect(others).toEqual([])
  })

  it('is one key of exports in package.json', () => {
    const keys = Object.keys(manifest.exports).filter((key) => !key.endsWith('.json'))
    const expected = entries.map((file) => `./${file.replace(/\.ts$/, '')}`)
    expect(keys.map((key) => (key === '.' ? './index' : key)).sort()).toEqual(expected.sort())
  })
})

describe('the command', () => {
  it('is not loaded by any entry', () => {
    const others = files.filter((file) => !/^cli[./]/.test(file))
    expect(
      others.filter((file) => importsOf(file).some((other) => /^cli[./]/.test(other))),
    ).toEqual([])
  })

  it('is imported and run by cli.ts, and nothing else', () => {
    const { statements } = ts.createSourceFile('cli.ts', textOf('cli.ts'), ts.ScriptTarget.Latest)
    expect(statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual([
      'ImportDeclaration',
      'ImportDeclaration',
      'ExpressionStatement',
    ])
    expect(manifest.bin).toEqual({ 'strict-cors': 'dist/cli/cli.js' })
  })
})

describe('the package', () => {
  it('has these runtime dependencies and no others', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['tldts', 'vary'])
  })

  it('imports each of them in one file', () => {
    const importers = Object.keys(manifest.dependencies).map((name) => [
      name,
      files.filter((file) => importsOf(file).includes(name)),
    ])
    expect(Object.fromEntries(importers)).toEqual({
      tldts: ['connect/public-suffix.ts'],
      vary: ['connect/append-names.ts'],
    })
  })
})

/** What TypeScript says of a name, namespace or module that it does not know. */
const UNKNOWN = new Set([2304, 2307, 2503, 2552, 2580, 2591])

/** The names that files use and that no platform but Node has. */
function nodeNamesOf(roots: readonly string[]): string[] {
  const paths = roots.map((file) => fileURLToPath(new URL(file, SRC)))
  const program = ts.createProgram(paths, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
  })
  return paths
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .filter(({ code }) => UNKNOWN.has(code))
    .map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('.')[0] ?? '',
    )
}

describe('fetch/, policy/, audit/ and the core of browser/', { timeout: 120_000 }, () => {
  it('use no name that only Node has', () => {
    expect(
      nodeNamesOf(
        files.filter((file) =>
          /^(?:fetch|policy|audit|browser\/(?:algorithms|messages|verdict))\/|^browser\/[^/]+$/.test(
            file,
          ),
        ),
      ),
    ).toEqual([])
  })

  it('would be found to use one', () => {
    expect(nodeNamesOf(['connect/open-log.ts'])).toEqual(["Cannot find name 'node:util'"])
  })
})
