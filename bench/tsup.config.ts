import { defineConfig } from 'tsup'

// The package itself stays external, so that what is measured is what users install.
export default defineConfig({
  entry: ['bench/run.ts'],
  outDir: '.bench',
  format: 'esm',
  clean: true,
  target: 'node20',
  external: ['strict-cors'],
  skipNodeModulesBundle: true,
})
