import { fork } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long to wait for the rest of a change, in milliseconds. Editors write in several steps. */
const PAUSE = 100

/** Runs a module in a process of its own, and starts it again whenever a file changes. */
export async function restartOnChange(module, env, file) {
  let child = await start()
  let restarted = Promise.resolve()
  let timer

  // The folder, because editors replace the file by another one.
  watch(dirname(file), (_event, name) => {
    if (name !== basename(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      restarted = restarted.then(restart)
    }, PAUSE)
  })

  async function start() {
    const started = fork(module, { env: { ...process.env, ...env } })
    const message = once(started, 'message').then(() => true)
    const runs = await Promise.race([message, once(started, 'exit').then(() => false)])
    if (!runs) console.log(`The API does not start. Change ${basename(file)} again.`)
    return started
  }

  async function restart() {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.kill()
      await exit
    }
    console.log(`${basename(file)} has changed.`)
    child = await start()
  }

  process.on('exit', () => child.kill())
}
