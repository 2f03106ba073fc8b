import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', policy: 'src/policy.ts', browser: 'src/browser.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  splitting: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
