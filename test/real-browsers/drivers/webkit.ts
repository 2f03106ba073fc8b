import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../../support/find-free-port.js'
import { requireExecutable } from '../../support/require-executable.js'
import { stopProcess } from '../../support/stop-process.js'
import { createTemporaryDirectory } from '../../support/temporary-directory.js'
import { openDisplay } from './display.js'
import type { RealBrowser } from './real-browser.js'
import { createSession } from './web-driver.js'

export const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

export async function launchWebKit(): Promise<RealBrowser> {
  const executable = requireExecutable('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver')
  const binary = requireExecutable(MINI_BROWSER, 'webkit2gtk-driver')
  const releases: (() => Promise<void>)[] = []

  async function close(): Promise<void> {
    for (const release of releases.splice(0).reverse()) await release()
  }

  try {
    const home = await createTemporaryDirectory()
    releases.push(home.remove)
    const display = await openDisplay()
    releases.push(display.close)
    const port = await findFreePort()
    const driver = spawn(executable, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, HOME: home.path, DISPLAY: display.name },
    })
    releases.push(() => stopProcess(driver))
    const url = `http://127.0.0.1:${port}`
    await waitForResponse(`${url}/status`)
    const session = await createSession(url, {
      browserName: 'MiniBrowser',
      // Nobody trusts the certificates of these tests.
      acceptInsecureCerts: true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    })
    releases.push(session.delete)
    return { engine: 'webkit', open: session.navigate, evaluate: session.callAsync, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function waitForResponse(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch(url)
      return
    } catch (error) {
      if (attempt === 100) throw error
      await sleep(50)
    }
  }
}
