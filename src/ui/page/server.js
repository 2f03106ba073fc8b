/** Where the page was opened: the address with the token. */
const BASE = new URL('.', location.href)

/** What the page's forms start with. */
export async function readSetup() {
  const response = await fetch(new URL('setup', BASE))
  return response.json()
}

/**
 * Asks the program that serves this page.
 * @param {string} command
 * @param {object} input
 * @param {{ signal?: AbortSignal, onProgress?: (state: object) => void }} [options]
 * @throws {Error} with what the program says is wrong
 */
export async function ask(command, input, { signal, onProgress } = {}) {
  const lines = await openLines(command, input, signal)
  for await (const line of lines) {
    const message = JSON.parse(line)
    if ('progress' in message) onProgress?.(message.progress)
    if ('error' in message) throw new Error(message.error)
    if ('result' in message) return message.result
  }
  throw new Error(GONE)
}

const GONE =
  'The program that serves this page has ended. Start it again, and open its new address.'

async function openLines(command, input, signal) {
  const response = await fetch(new URL(command, BASE), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  }).catch((error) => {
    throw error.name === 'AbortError' ? error : new Error(GONE)
  })
  if (!response.ok) throw new Error(await response.text())
  return linesOf(response.body)
}

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop()
    yield* lines
  }
}
