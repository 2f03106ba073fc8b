import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

/**
 * What the files of a folder may import: other folders, single files, and packages. Single files are
 * those that the folders inside a folder import from it, such as the options of a policy.
 */
interface Rule {
  readonly from: readonly string[]
  readonly packages: readonly (string | RegExp)[]
}

const NODE = /^node:/

/** By folder, or by file if it is directly in src/. A folder may always import itself. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['index.ts', { from: ['connect', 'connect/app-functions', 'policy.ts'], packages: [] }],
  ['policy.ts', { from: ['policy', 'policy/config/issues', 'policy/origins'], packages: [] }],
  [
    'testing.ts',
    {
      from: [
        'audit',
        'audit/asking',
        'audit/report',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'browser/verdict',
      ],
      packages: [],
    },
  ],
  ['fetch', { from: [], packages: [] }],
  [
    'policy',
    {
      from: [
        'policy/config',
        'policy/config/issues',
        'policy/config/origin',
        'policy/decide',
        'policy/decide/denial',
        'policy/origins',
      ],
      packages: [],
    },
  ],
  [
    'policy/config',
    {
      from: [
        'policy/options.ts',
        'policy/config/diagnosis',
        'policy/config/issues',
        'policy/config/origin',
        'policy/config/regexp',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/diagnosis',
    {
      from: ['policy/config/issues', 'policy/config/regexp', 'policy/origins', 'fetch'],
      packages: [],
    },
  ],
  [
    'policy/config/origin',
    {
      from: [
        'policy/config/diagnosis',
        'policy/config/issues',
        'policy/config/regexp',
        'policy/config/regexp/openings',
        'policy/origins',
      ],
      packages: [],
    },
  ],
  ['policy/config/issues', { from: ['policy/options.ts', 'fetch'], packages: [] }],
  [
    'policy/config/regexp',
    {
      from: [
        'policy/config/issues',
        'policy/config/regexp/openings',
        'policy/config/regexp/reading',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/regexp/openings',
    {
      from: [
        'policy/config/regexp/reading',
        'policy/config/regexp/slowness',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/regexp/slowness',
    { from: ['policy/config/regexp/reading', 'policy/origins'], packages: [] },
  ],
  ['policy/config/regexp/reading', { from: ['policy/origins'], packages: [] }],
  ['policy/origins', { from: ['fetch'], packages: [] }],
  [
    'policy/decide',
    {
      from: [
        'policy/decision.ts',
        'policy/options.ts',
        'policy/config',
        'policy/config/issues',
        'policy/config/origin',
        'policy/decide/denial',
        'policy/decide/preflight',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/decide/denial',
    {
      from: [
        'policy/decision.ts',
        'policy/options.ts',
        'policy/decide/parsed-request.ts',
        'policy/config',
        'policy/config/issues',
        'policy/decide/preflight',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  ['policy/decide/preflight', { from: ['policy/options.ts', 'fetch'], packages: [] }],
  [
    'connect',
    {
      from: [
        'connect/app-functions',
        'policy',
        'policy/config',
        'policy/config/issues',
        'policy/decide',
        'policy/decide/denial',
      ],
      packages: [NODE, 'vary', 'tldts', 'strict-cors/names-above-suffixes.json'],
    },
  ],
  [
    'connect/app-functions',
    {
      from: [
        'connect/debug-log.ts',
        'connect/load.ts',
        'connect/response-headers.ts',
        'connect/source.ts',
        'policy',
        'policy/config',
        'policy/config/issues',
        'policy/config/regexp',
        'policy/decide',
      ],
      packages: [NODE],
    },
  ],
  [
    'browser',
    {
      from: ['browser/algorithms', 'browser/verdict', 'browser/transport', 'fetch'],
      packages: [],
    },
  ],
  ['browser/algorithms', { from: ['fetch'], packages: [] }],
  ['browser/verdict', { from: ['browser/algorithms', 'fetch'], packages: [] }],
  ['browser/transport', { from: ['browser/algorithms', 'fetch'], packages: [NODE] }],
  [
    'browser/messages',
    {
      from: [
        'browser/algorithms',
        'browser/messages/reading',
        'browser/messages/wordings',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'browser/messages/wordings',
    {
      from: [
        'browser/messages/explanation.ts',
        'browser/messages/topics.ts',
        'browser/messages/reading',
      ],
      packages: [],
    },
  ],
  [
    'browser/messages/reading',
    { from: ['browser/messages/explanation.ts', 'browser/messages/topics.ts'], packages: [] },
  ],
  ['cli.ts', { from: ['cli'], packages: [NODE] }],
  [
    'cli',
    {
      from: ['cli/arguments', 'cli/commands', 'cli/report', 'fetch'],
      packages: [NODE, '../package.json'],
    },
  ],
  [
    'cli/arguments',
    {
      from: [
        'policy/config',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'fetch',
      ],
      packages: [NODE],
    },
  ],
  [
    'cli/check',
    {
      from: [
        'cli/arguments',
        'cli/report',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/verdict',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'cli/commands',
    {
      from: [
        'cli/command.ts',
        'cli/arguments',
        'cli/check',
        'cli/report',
        'ui',
        'audit',
        'audit/report',
        'browser/messages',
        'browser/verdict',
        'fetch',
      ],
      packages: [NODE],
    },
  ],
  ['ui', { from: ['ui/form', 'ui/tabs'], packages: [NODE] }],
  ['ui/form', { from: ['browser/algorithms'], packages: [] }],
  [
    'ui/tabs',
    {
      from: [
        'ui/form',
        'ui/options-text',
        'ui/write',
        'audit',
        'audit/report',
        'connect',
        'policy',
        'policy/config/issues',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'browser/verdict',
        'fetch',
      ],
      packages: [],
    },
  ],
  ['ui/options-text', { from: ['policy/config/issues', 'fetch'], packages: [] }],
  ['ui/write', { from: ['ui/form', 'ui/options-text', 'browser/verdict'], packages: [] }],
  [
    'cli/report',
    {
      from: ['cli/command.ts', 'cli/arguments', 'audit/asking', 'browser/algorithms'],
      packages: [NODE],
    },
  ],
  [
    'audit',
    {
      from: [
        'audit/asking',
        'audit/probes',
        'audit/report',
        'browser/algorithms',
        'browser/transport',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'audit/asking',
    {
      from: ['browser', 'browser/algorithms', 'browser/transport', 'browser/verdict', 'fetch'],
      packages: [],
    },
  ],
  [
    'audit/probes',
    { from: ['audit/asking', 'audit/report', 'browser/algorithms', 'fetch'], packages: [] },
  ],
  ['audit/report', { from: ['audit/asking', 'browser/algorithms', 'fetch'], packages: [] }],
])

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

  it('imports tldts for its types only, so that requiring it is what loads it', () => {
    const importers = files.filter((file) => importsOf(file).includes('tldts'))
    expect(importers).toEqual(['connect/public-suffix.ts'])
    const compiled = ts.transpile(textOf('connect/public-suffix.ts'), {
      module: ts.ModuleKind.ESNext,
    })
    expect(compiled).not.toMatch(/^import.*tldts/m)
    expect(compiled).toContain("load('tldts')")
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
    expect(nodeNamesOf(['connect/load.ts'])).toEqual([
      "Cannot find name 'node:module'",
      "Cannot find namespace 'NodeJS'",
    ])
  })
})
