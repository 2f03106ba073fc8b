import { readdirSync, readFileSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import type { Options } from 'tsup'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]
type TsupPlugin = NonNullable<Options['plugins']>[number]

const FOLDER = resolve('.build/later')

/** What is loaded later: the files of the folder, each with the modules that it re-exports. */
const LATER = readdirSync(FOLDER).map((name) => {
  const file = resolve(FOLDER, name)
  const exported = readFileSync(file, 'utf8').matchAll(/ from '(.+)\.js'/g)
  return { file, modules: Array.from(exported, ([, path]) => resolve(FOLDER, `${path}.ts`)) }
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
      onResolve({ filter: /^\..+\.js$/ }, ({ path, importer, resolveDir }) => {
        const module = resolve(resolveDir, path.replace(/\.js$/, '.ts'))
        const found = LATER.find(({ modules }) => modules.includes(module))
        if (found === undefined || [found.file, ...found.modules].includes(importer))
          return undefined
        return { path: module, namespace: 'later', pluginData: found.file }
      })
      onLoad({ filter: /./, namespace: 'later' }, async ({ path, pluginData }) => {
        const file = JSON.stringify(`${folder}/${parse(pluginData).name}.cjs`)
        const { metafile } = await esbuild.build({
          entryPoints: [path],
          format: 'esm',
          metafile: true,
          outdir: '.',
          write: false,
        })
        const names = Object.values(metafile.outputs).flatMap((output) => output.exports)
        const functions = names.map(
          (name) => `export function ${name}(...args) { return load().${name}(...args) }`,
        )
        const contents = isCommonjs
          ? `let loaded
            const load = () => loaded ??= ${REQUIRE}(${file})`
          : `import { createRequire } from 'node:module'
            let loaded
            const load = () => loaded ??= loadFile()
            function loadFile() {
              try {
                return createRequire(import.meta.url)(${file})
              } catch (error) {
                // A bundler has put it elsewhere, and knows where.
                if (typeof ${REQUIRE} === 'function') return ${REQUIRE}(${file})
                throw error
              }
            }`
        return { contents: [contents, ...functions].join('\n') }
      })
    },
  }
}

/** What esbuild leaves alone here, and bundlers find in what is built: `require` itself. */
const REQUIRE = 'requireLater'

/** Writes `require` in its place. */
export const requireLater: TsupPlugin = {
  name: 'require-later',
  renderChunk: (code) => ({ code: code.replaceAll(REQUIRE, 'require') }),
}
