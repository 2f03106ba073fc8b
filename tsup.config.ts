import { cp } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

const shared: Options = {
  format: ['esm', 'cjs'],
  target: 'node20',
  removeNodeProtocol: false,
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
}

const library = defineConfig({
  ...shared,
  entry: { index: 'src/index.ts', policy: 'src/policy.ts' },
  // One chunk for what entries share, so that CorsConfigError is one class in each format.
  splitting: true,
  esbuildOptions(options, { format }) {
    // Half of what importing takes is reading the code. Names stay, for stack traces, and lines stay
    // short, because Node prints the line that an error came from.
    options.minifyWhitespace = true
    options.lineLimit = 100
    // What createRequire() takes in CommonJS. tsup's own shim takes a process that has `document`, as a
    // test in jsdom, for a browser, and does not escape a # or % in the path.
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '__filename' }
  },
  clean: ['!cli/**', '!testing.*'],
  plugins: [
    {
      name: 'require-is-the-function',
      renderChunk(code, { path }) {
        if (!path.endsWith('/index.cjs')) return
        return { code: `${code}\nmodule.exports = Object.assign(cors, exports);\n` }
      },
    },
  ],
})

// By itself: tests read the page's side without the engine, and an app loads one file less.
const testing = defineConfig({
  ...shared,
  entry: { testing: 'src/testing.ts' },
  splitting: false,
})

// By itself, so that the entries above are split as if there were no command.
const command = defineConfig({
  entry: { cli: 'src/cli.ts' },
  outDir: 'dist/cli',
  format: ['esm'],
  target: 'node20',
  // A chunk for each command, loaded when it is used.
  splitting: true,
  removeNodeProtocol: false,
  clean: true,
  // The page's files are served as they are.
  onSuccess: () => cp('src/ui/page', 'dist/cli/page', { recursive: true }),
})

export default [library, testing, command]
