import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { stopProcess } from '../support/stop-process.js'

/** A program of `examples/` that serves. */
export interface Program {
  /** The address that it has printed. */
  readonly url: string
  /** What it has written to stderr so far. */
  complaints(): string
  /** Its resident memory, in bytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server of `examples/` in a process of its own, and waits until it prints its address. */
export async function startProgram(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    complaints += chunk
  })
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += chunk
    if (printed.includes('\n')) break
  }
  if (!printed.includes('\n')) throw new Error(`${name} has ended: ${complaints}`)
  child.stdout.resume()
  return {
    url: printed.trim(),
    complaints: () => complaints,
    memory: () => readMemory(child.pid),
    stop: () => stopProcess(child),
  }
}

async function readMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kibibytes === undefined) throw new Error(`no memory is known of process ${pid}`)
  return Number(kibibytes) * 1024
}
