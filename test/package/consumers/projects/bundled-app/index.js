import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import esbuild from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'

/** Each bundles a program into one file. */
const BUNDLERS = {
  'esbuild to an ES module': byEsbuild('app.js', 'esm'),
  'esbuild to CommonJS': byEsbuild('app.js', 'cjs'),
  'esbuild from CommonJS': byEsbuild('app.cjs', 'cjs'),
  'Rollup to an ES module': byRollup('es'),
  'Rollup to CommonJS': byRollup('cjs'),
  webpack: byWebpack('app.js'),
  'webpack from CommonJS': byWebpack('app.cjs'),
}

const results = {}
for (const [title, bundle] of Object.entries(BUNDLERS)) {
  // Where no package is installed, as in a container that gets the bundle alone.
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'))
  const file = join(folder, /ES module/.test(title) ? 'app.mjs' : 'app.cjs')
  await bundle(file)
  results[title] = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }))
  rmSync(folder, { recursive: true })
}
console.log(JSON.stringify(results))

function byEsbuild(entry, format) {
  return (outfile) =>
    esbuild.build({ entryPoints: [entry], bundle: true, platform: 'node', format, outfile })
}

function byRollup(format) {
  return async (file) => {
    const plugins = [nodeResolve(), commonjs()]
    const bundle = await rollup({ input: 'app.js', plugins, external: /^node:/ })
    await bundle.write({ file, format })
  }
}

function byWebpack(entry) {
  return async (file) => {
    const output = { path: resolve(file, '..'), filename: 'app.cjs' }
    const stats = await promisify(webpack)({
      mode: 'production',
      target: 'node',
      entry: resolve(entry),
      output,
    })
    if (stats.hasErrors()) throw new Error(stats.toString())
  }
}
