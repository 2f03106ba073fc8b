import { readdirSync, readFileSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import type { Options } from 'tsup'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]
type TsupPlugin = NonNullable<Options['plugins']>[number]

const FOLDER = resolve('.build/later')

/** What is loaded later: the files of the folder, each with the modules that it re-exports. */
const LATER = readdirSync(FOLDER).map((name) => {
  const file = resolve(FOLDER, name)
  const exported = [...readFileSync(file, 'utf8').matchAll(/^export \* from '(.+)\.js'$/gm)]
  if (exported.length === 0) throw new Error(`${file} has no line "export * from '….js'"`)
  return { file, modules: exported.map(([, path]) => resolve(FOLDER, `${path}.ts`)) }
})

/** The entries that are built to be loaded later. */
export const LATER_FILES: readonly string[] = LATER.map(({ file }) => file)

/**
 * Builds functions that load a file of `.build/later/` and call the real ones, in place of the modules
 * that it re-exports: most of what importing the package takes is reading code, and most apps need none
 * of these. They are required, in ES modules too, since `import()` would make everything asynchronous.
 * @param folder where the files are, as seen from the code that is built
 */
export function later(folder: string): EsbuildPlugin {
  return {
    name: 'later',
    setup({ esbuild, initialOptions, onLoad, onResolve }) {
      const isCommonjs = initialOptions.define?.TSUP_FORMAT === '"cjs"'

      // Imports of other files of the source. Within a file that is loaded later, they stay.
      onResolve({ filter: /^\..+\.js$/ }, ({ path, importer, resolveDir }) => {
        const module = resolve(resolveDir, path.replace(/\.js$/, '.ts'))
        const found = LATER.find(({ modules }) => modules.includes(module))
        const isWithin = importer === found?.file || found?.modules.includes(importer)
        if (found === undefined || isWithin) return undefined
        return { path: module, namespace: 'later', pluginData: parse(found.file).name }
      })
      onLoad({ filter: /./, namespace: 'later' }, async ({ path, pluginData: name }) => {
        const { metafile } = await esbuild.build({
          entryPoints: [path],
          format: 'esm',
          metafile: true,
          outdir: '.',
          write: false,
        })
        const exported = Object.values(metafile.outputs).flatMap((output) => output.exports)
        const functions = exported.map(
          (one) => `export function ${one}(...args) { return load().${one}(...args) }`,
        )
        return { contents: [`import { load } from 'later:${name}'`, ...functions].join('\n') }
      })

      onResolve({ filter: /^later:/ }, ({ path }) => ({ path, namespace: 'later-file' }))
      onLoad({ filter: /./, namespace: 'later-file' }, ({ path }) => {
        const file = `'${path.replace('later:', `${folder}/`)}.cjs'`
        return { contents: isCommonjs ? loadInCommonjs(file) : loadInModule(file) }
      })
    },
  }
}

/** What esbuild takes for a function of the app. `requireLater` writes `require` in its place. */
const REQUIRE = '__REQUIRE__'

function loadInCommonjs(file: string): string {
  return `
    let loaded
    export function load() {
      return loaded ??= ${REQUIRE}(${file})
    }`
}

function loadInModule(file: string): string {
  return `
    import { createRequire } from 'node:module'
    let loaded
    export function load() {
      return loaded ??= loadFile()
    }
    function loadFile() {
      try {
        return createRequire(import.meta.url)(${file})
      } catch (error) {
        // A bundler that sees this call has put the file into the bundle.
        if (typeof ${REQUIRE} === 'function') return ${REQUIRE}(${file})
        throw error
      }
    }`
}

/** Lets bundlers find the files by calls of `require` that esbuild has not seen. */
export const requireLater: TsupPlugin = {
  name: 'require-later',
  renderChunk: (code) => ({ code: code.replaceAll(REQUIRE, 'require') }),
}
