import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { exampleFile } from './run-example.js'

/** The example server, running. */
export interface RunningServer {
  readonly apiOrigin: string
  readonly pageOrigin: string
  /** All that it has printed so far. */
  printed(): string
  stop(): Promise<void>
}

/** Starts the example server on ports that are free, and waits until it has told them. */
export async function startServer(): Promise<RunningServer> {
  const child = spawn(process.execPath, [exampleFile('server/server.js')], {
    env: { ...process.env, API_PORT: '0', PAGE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8')
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk
    if (output.includes('Ctrl+C')) break
  }
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return {
    apiOrigin: originIn(output, 'API'),
    pageOrigin: originIn(output, 'Page'),
    printed: () => output,
    stop: () => stop(child),
  }
}

function originIn(output: string, name: string): string {
  const origin = new RegExp(`${name} +(http://localhost:\\d+)`).exec(output)?.[1]
  if (origin === undefined) throw new Error(`the server has not told its address: ${output}`)
  return origin
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
