import { cp } from 'node:fs/promises'
import { defineConfig } from 'tsup'

const library = defineConfig({
  entry: { index: 'src/index.ts', policy: 'src/policy.ts', testing: 'src/testing.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  // One chunk for what entries share, so that CorsConfigError is one class in each format.
  splitting: true,
  removeNodeProtocol: false,
  // What createRequire() takes in CommonJS. tsup's own shim takes a process that has `document`, as a
  // test in jsdom, for a browser, and does not escape a # or % in the path.
  esbuildOptions(options, { format }) {
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '__filename' }
  },
  clean: ['!cli/**'],
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
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

export default [library, command]
