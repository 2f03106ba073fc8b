import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { run } from './command.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the projects and the packed tarball are. */
    folder: string
    /** What npm has put into the tarball. */
    packed: readonly PackedFile[]
  }
}

interface PackedFile {
  readonly path: string
  readonly mode: number
}

const PACKAGE = new URL('../../../', import.meta.url)
const PROJECTS = new URL('projects/', import.meta.url)
const EXAMPLES = new URL('examples/testing/', PACKAGE)
const CLAIMS = new URL('../types/claims/', import.meta.url)

/**
 * Packs the built package and installs it, once for all suites, into a copy of the projects. If
 * `TARBALL` names one, it is installed instead: the one that a release publishes.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'consumers-'))
  const source = process.env.TARBALL ?? '.'
  const report = await run('npm', ['pack', source, '--json', '--pack-destination', folder], PACKAGE)
  const [{ filename, files }]: [{ filename: string; files: PackedFile[] }] = JSON.parse(report)
  await rename(join(folder, filename), join(folder, 'strict-cors.tgz'))
  await cp(PROJECTS, folder, { recursive: true })
  await cp(EXAMPLES, join(folder, 'testing-examples'), { recursive: true })
  await copyClaims(join(folder, 'typescript-claims', 'claims'))
  // Without a lock file, as whoever installs the package today.
  await run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], folder)
  project.provide('folder', folder)
  project.provide('packed', files)
  return () => rm(folder, { recursive: true })
}

/** The claims about the types, about the package instead of its source. */
async function copyClaims(folder: string): Promise<void> {
  await mkdir(folder)
  for (const name of await readdir(CLAIMS)) {
    const claims = await readFile(new URL(name, CLAIMS), 'utf8')
    const ofPackage = claims
      .replaceAll("'../../../../src/index.js'", "'strict-cors'")
      .replaceAll(/'(?:\.\.\/){4}src\/(\w+)\.js'/g, "'strict-cors/$1'")
    await writeFile(join(folder, name), ofPackage)
  }
}
