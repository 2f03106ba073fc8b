import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../../dist/cli/cli.js', import.meta.url))

/** Runs `npx strict-cors ui <url> --port <n> --file <checks>` and gives the address that it prints. */
export async function startPage(url, port, checks) {
  const folder = await mkdtemp(join(tmpdir(), 'strict-cors-checks-'))
  const file = join(folder, 'checks.json')
  await writeFile(file, JSON.stringify(checks))
  const args = [COMMAND, 'ui', url, '--port', String(port), '--file', file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.on('exit', () => child.kill())
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  await rm(folder, { recursive: true })
  return line.replace('Open ', '')
}
