/** The few commands of WebDriver that this suite needs. https://www.w3.org/TR/webdriver2/ */
export interface WebDriverSession {
  navigate(url: string): Promise<void>
  /**
   * Calls the function that the expression `script` stands for and waits for its promise.
   * https://www.w3.org/TR/webdriver2/#execute-async-script
   */
  callAsync(script: string, argument: unknown): Promise<unknown>
  delete(): Promise<void>
}

/**
 * @param driver the driver's own base URL
 * @throws {Error} with the driver's message if it refuses a command
 */
export async function createSession(
  driver: string,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<WebDriverSession> {
  const created = await send('POST', `${driver}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })
  const session = `${driver}/session/${textAt(created, 'sessionId')}`

  return {
    async navigate(url) {
      await send('POST', `${session}/url`, { url })
    },
    async callAsync(script, argument) {
      const outcome = await send('POST', `${session}/execute/async`, {
        script: `Promise.resolve(arguments[0]).then(${script}).then(
          (value) => arguments[1]({ value }),
          (error) => arguments[1]({ error: String(error) }),
        )`,
        args: [argument],
      })
      if (isRecord(outcome) && 'error' in outcome) throw new Error(textAt(outcome, 'error'))
      return isRecord(outcome) ? outcome.value : undefined
    },
    async delete() {
      await send('DELETE', session)
    },
  }
}

async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const reply: unknown = await response.json()
  const value = isRecord(reply) ? reply.value : undefined
  if (!response.ok) throw new Error(`${textAt(value, 'error')}: ${textAt(value, 'message')}`)
  return value
}

function textAt(value: unknown, key: string): string {
  return isRecord(value) ? String(value[key]) : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
