import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** The example server, running. */
export interface RunningServer {
  readonly apiOrigin: string
  /** The address of the page, with its token. */
  readonly pageUrl: string
  /** All that it has printed so far. */
  printed(): string
  stop(): Promise<void>
}

/**
 * Starts an example server on ports that are free, and waits until it has told them.
 * @param file the path of `server.js`
 */
export async function startServer(file: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, API_PORT: '0', PAGE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
  })
  child.stdout.setEncoding('utf8')
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk
    if (output.includes('Ctrl+C')) break
  }
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return {
    apiOrigin: addressIn(output, 'API'),
    pageUrl: addressIn(output, 'Page'),
    printed: () => output,
    stop: () => stop(child),
  }
}

function addressIn(output: string, name: string): string {
  const address = new RegExp(`${name} +(http://127\\.0\\.0\\.1:\\S+)`).exec(output)?.[1]
  if (address === undefined) throw new Error(`the server has not told its address: ${output}`)
  return address
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
