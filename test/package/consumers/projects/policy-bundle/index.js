import vm from 'node:vm'
import { build } from 'esbuild'

const { metafile, outputFiles } = await build({
  entryPoints: ['page.js'],
  bundle: true,
  platform: 'browser',
  target: ['chrome110', 'firefox110', 'safari16.4'],
  format: 'iife',
  globalName: 'page',
  write: false,
  metafile: true,
})
const packages = Object.keys(metafile.inputs).flatMap(
  (path) => path.match(/node_modules\/([^/]+)/)?.[1] ?? [],
)

// A new context has the globals of ECMAScript only.
const facts = vm.runInNewContext(`${outputFiles[0].text}; page.facts`)
console.log(JSON.stringify({ packages: [...new Set(packages)], ...facts }))
