import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Probe, Scenario } from '../scenario.js'
import { SUBJECT } from '../scenario.js'

const EMPTY = 'empty'

function importing(title: string, file: string, load: string): Scenario {
  return {
    group: 'import',
    title,
    unit: 'ms',
    reference: EMPTY,
    subject: SUBJECT,
    bars: [{ kind: 'added', most: 10 }],
    rounds: 30,
    long: false,
    works: null,
    async probes() {
      // Inside the project, so that the package finds itself by name.
      const folder = mkdtempSync(join('.bench', 'import-'))
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
      await probeProcess(folder, `check-${file}`, `${load}\n${TLDTS_NOT_LOADED}`)()
      return {
        [EMPTY]: probeProcess(folder, `empty-${file}`, ''),
        [SUBJECT]: probeProcess(folder, file, load),
      }
    },
  }
}

function probeProcess(folder: string, file: string, code: string): Probe {
  const path = join(folder, file)
  writeFileSync(path, code)
  return () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' })
    const time = performance.now() - start
    if (status !== 0) throw new Error(stderr)
    return { time, bytes: null }
  }
}

/** In both module systems. `tldts` is CommonJS, so it would be found where `require` keeps modules. */
const TLDTS_NOT_LOADED = `import('node:module').then(({ default: { _cache } }) => {
  if (Object.keys(_cache).some((path) => path.includes('tldts'))) throw new Error('tldts is loaded')
})`

/** A whole process that loads the package, against one that loads nothing. */
export const IMPORT: readonly Scenario[] = [
  importing('import, ESM', 'import.mjs', "import 'strict-cors'"),
  importing('import, CommonJS', 'require.cjs', "require('strict-cors')"),
]
