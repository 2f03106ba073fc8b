import { appendFile, cp } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'
import { LATER_FILES, later, requireLater } from './.build/later.js'

const shared: Options = {
  format: ['esm', 'cjs'],
  target: 'node20',
  removeNodeProtocol: false,
}

const types: Options['dts'] = { compilerOptions: { ignoreDeprecations: '6.0' } }

const library: Options = {
  ...shared,
  plugins: [requireLater],
  entry: { index: 'src/index.ts', policy: 'src/policy.ts' },
  // One chunk for what entries share, so that CorsConfigError is one class in each format.
  splitting: true,
  esbuildOptions(options) {
    // Most of what importing takes is reading the code. Names stay, for stack traces, and lines stay
    // short, because Node prints the line that an error came from.
    options.minifyWhitespace = true
    options.lineLimit = 100
  },
}

const forNode = defineConfig({
  ...library,
  dts: types,
  // By Rollup, which leaves `?.` as it is in CommonJS, where tsup by itself makes three closures of it.
  treeshake: true,
  // Rollup warns of named exports next to a default one, which the line below takes care of.
  silent: true,
  esbuildPlugins: [later('./later')],
  clean: ['!cli/**', '!later/**', '!testing.*', '!whole/**'],
  // In CommonJS, require() gives the function itself.
  onSuccess: () => appendFile('dist/index.cjs', 'module.exports = Object.assign(cors, exports);\n'),
})

// What Node loads later, for both formats.
const files = defineConfig({
  ...library,
  entry: [...LATER_FILES],
  outDir: 'dist/later',
  format: 'cjs',
  splitting: false,
  esbuildPlugins: [later('.')],
  clean: true,
})

// For bundlers and other platforms: nothing is loaded later, so nothing is left behind.
const whole = defineConfig({ ...library, outDir: 'dist/whole', format: 'esm', clean: true })

// By itself: tests read the page's side without the engine, and an app loads one file less.
const testing = defineConfig({
  ...shared,
  dts: types,
  entry: { testing: 'src/testing.ts' },
  splitting: false,
})

// By itself, so that the entries above are split as if there were no command.
const command = defineConfig({
  ...shared,
  entry: { cli: 'src/cli.ts' },
  outDir: 'dist/cli',
  format: 'esm',
  // A chunk for each command, loaded when it is used.
  splitting: true,
  esbuildPlugins: [later('../later')],
  plugins: [requireLater],
  clean: true,
  // The page's files are served as they are.
  onSuccess: () => cp('src/ui/page', 'dist/cli/page', { recursive: true }),
})

export default [forNode, files, whole, testing, command]
