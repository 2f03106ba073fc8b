import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'

const ENTRIES = ['index', 'policy', 'testing']
const DOCUMENTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']

describe('the packed package', () => {
  const files = inject('packed')
  const paths = files.map((file) => file.path)

  it('has every entry in both formats with types, and the documents', () => {
    const built = ENTRIES.flatMap((entry) =>
      ['js', 'cjs', 'd.ts', 'd.cts'].map((extension) => `dist/${entry}.${extension}`),
    )
    expect(paths).toEqual(expect.arrayContaining([...built, ...DOCUMENTS]))
  })

  it('has the engine and the middleware in one piece, for bundlers and other platforms', () => {
    expect(paths).toEqual(expect.arrayContaining(['dist/whole/index.js', 'dist/whole/policy.js']))
  })

  it('has the command, as a module alone', () => {
    expect(paths).toContain('dist/cli/cli.js')
  })

  it('has the page of npx strict-cors ui', () => {
    expect(paths).toEqual(
      expect.arrayContaining(
        ['index.html', 'main.js', 'style.css'].map((name) => `dist/cli/page/${name}`),
      ),
    )
  })

  it('has nothing else except what entries share, and what they load later', () => {
    const expected =
      /^dist\/([\w-]+\.(js|cjs|d\.ts|d\.cts)|(cli|whole)\/[\w-]+\.js|later\/[\w-]+\.cjs|cli\/page\/[\w-]+\.(html|css|js|svg))$/
    const others = paths.filter((path) => !expected.test(path))
    expect(others.sort()).toEqual(DOCUMENTS)
  })

  it('lets everybody read its files, and run the command alone', () => {
    expect(files.filter(({ mode }) => mode !== 0o644)).toMatchObject([
      { path: 'dist/cli/cli.js', mode: 0o755 },
    ])
  })

  it.each(paths.filter((path) => path.startsWith('dist/')))(
    'refers to no source map, which it has not, in %s',
    async (path) => {
      const folder = join(inject('folder'), 'node_modules', 'strict-cors')
      expect(await readFile(join(folder, path), 'utf8')).not.toContain('sourceMappingURL')
    },
  )
})
