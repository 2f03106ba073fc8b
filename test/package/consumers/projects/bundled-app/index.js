import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import ncc from '@vercel/ncc'
import { nodeFileTrace } from '@vercel/nft'
import esbuild from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'

/** Each puts a program into a folder where no package is installed, as in a container, and names it. */
const BUNDLERS = {
  'esbuild to an ES module': byEsbuild('app.js', 'esm', 'app.mjs'),
  'esbuild to CommonJS': byEsbuild('app.js', 'cjs', 'app.cjs'),
  'esbuild from CommonJS': byEsbuild('app.cjs', 'cjs', 'app.cjs'),
  // esbuild then leaves out the condition `module`.
  'esbuild with other conditions': byEsbuild('app.js', 'esm', 'app.mjs', ['development']),
  'esbuild with other conditions to CommonJS': byEsbuild('app.js', 'cjs', 'app.cjs', [
    'development',
  ]),
  'Rollup to an ES module': byRollup('es', 'app.mjs'),
  'Rollup to CommonJS': byRollup('cjs', 'app.cjs'),
  webpack: byWebpack('app.js'),
  'webpack from CommonJS': byWebpack('app.cjs'),
  ncc: byNcc('app.js', 'app.mjs'),
  'ncc from CommonJS': byNcc('app.cjs', 'app.cjs'),
  'the files that Vercel finds': byTrace('app.js'),
  'the files that Vercel finds from CommonJS': byTrace('app.cjs'),
}

/** Where the package is installed. What is bundled must not read it from there. */
const INSTALLED = resolve('..')

const results = {}
for (const [title, bundle] of Object.entries(BUNDLERS)) {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'))
  const file = join(folder, await bundle(folder))
  const text = readFileSync(file, 'utf8')
  if (text.includes(INSTALLED)) throw new Error(`${title}: the bundle refers to ${INSTALLED}`)
  const outcome = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }))
  const names = readdirSync(folder, { recursive: true })
  results[title] = { ...outcome, namesLaterFiles: /later\//.test(names.join() + text) }
  rmSync(folder, { recursive: true })
}
console.log(JSON.stringify(results))

function byEsbuild(entry, format, name, conditions) {
  return async (folder) => {
    await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      conditions,
      format,
      logLevel: 'error',
      outfile: join(folder, name),
    })
    return name
  }
}

function byRollup(format, name) {
  return async (folder) => {
    const plugins = [nodeResolve(), commonjs()]
    const bundle = await rollup({ input: 'app.js', plugins, external: /^node:/ })
    await bundle.write({ file: join(folder, name), format })
    return name
  }
}

function byWebpack(entry) {
  return async (folder) => {
    const stats = await promisify(webpack)({
      mode: 'production',
      target: 'node',
      entry: resolve(entry),
      output: { path: folder, filename: 'app.cjs' },
    })
    if (stats.hasErrors()) throw new Error(stats.toString())
    return 'app.cjs'
  }
}

function byNcc(entry, name) {
  return async (folder) => {
    const { code } = await ncc(resolve(entry), { quiet: true })
    writeFileSync(join(folder, name), code)
    return name
  }
}

function byTrace(entry) {
  return async (folder) => {
    const { fileList } = await nodeFileTrace([resolve(entry)], { base: INSTALLED })
    for (const file of fileList) cpSync(join(INSTALLED, file), join(folder, file))
    return relative(INSTALLED, resolve(entry))
  }
}
