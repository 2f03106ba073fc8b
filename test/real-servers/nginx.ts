import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { requireExecutable } from '../support/require-executable.js'
import { stopProcess } from '../support/stop-process.js'
import { createTemporaryDirectory } from '../support/temporary-directory.js'

/** nginx with a configuration of its own. */
export interface Nginx {
  stop(): Promise<void>
}

/**
 * Starts nginx and waits until it takes connections.
 * @param configuration the text of nginx.conf, which listens on `port` of 127.0.0.1
 */
export async function startNginx(configuration: string, port: number): Promise<Nginx> {
  const nginx = requireExecutable('/usr/sbin/nginx', 'nginx')
  const directory = await createTemporaryDirectory()
  await mkdir(join(directory.path, 'logs'))
  const file = join(directory.path, 'nginx.conf')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory.path};`,
  )
  await writeFile(
    file,
    `daemon off; pid ${directory.path}/pid; error_log stderr warn;\n${configuration.replace(
      'http {',
      `http { ${paths.join(' ')}`,
    )}`,
  )
  const child = spawn(nginx, ['-p', directory.path, '-c', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    complaints += chunk
  })
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`nginx has ended: ${complaints}`)
    await sleep(20)
  }
  return {
    async stop() {
      await stopProcess(child)
      await directory.remove()
    },
  }
}

async function takesConnections(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
