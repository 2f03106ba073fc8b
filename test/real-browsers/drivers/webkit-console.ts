import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { requireExecutable } from '../../support/require-executable.js'
import { stopProcess } from '../../support/stop-process.js'
import { createTemporaryDirectory } from '../../support/temporary-directory.js'
import { openDisplay } from './display.js'
import type { TalkingBrowser } from './real-browser.js'
import { MINI_BROWSER } from './webkit.js'

/**
 * WebKit with its console on standard error. A driven WebKit browses in private and prints nothing,
 * so the page has to work by itself.
 */
export async function launchWebKitConsole(): Promise<TalkingBrowser> {
  const executable = requireExecutable(MINI_BROWSER, 'webkit2gtk-driver')
  const home = await createTemporaryDirectory()
  const display = await openDisplay()
  const processes: ChildProcess[] = []
  const printed: string[] = []

  return {
    engine: 'webkit',
    printed,
    async open(url) {
      const miniBrowser = spawn(
        executable,
        ['--enable-write-console-messages-to-stdout=true', url],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { ...process.env, HOME: home.path, DISPLAY: display.name },
        },
      )
      processes.push(miniBrowser)
      createInterface({ input: miniBrowser.stderr }).on('line', (line) => {
        // `http://…:1:36: CONSOLE LOG text` or `CONSOLE JS ERROR text`; a text may have more lines.
        const text =
          /^(?:\S+:\d+:\d+: )?CONSOLE (?:[A-Z]+ )*?(?:LOG|ERROR|WARN|INFO|DEBUG) (.*)$/.exec(line)
        if (text?.[1] !== undefined) printed.push(text[1])
      })
    },
    async close() {
      for (const started of processes) await stopProcess(started)
      await display.close()
      await home.remove()
    },
  }
}
