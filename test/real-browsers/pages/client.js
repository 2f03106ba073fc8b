/*
 * What the page does: every request of a list, each list in order, several lists at a time.
 * The functions of `window` are the scripts of `evaluate()`.
 */

const LISTS_AT_A_TIME = 16

window.requestAll = async (lists) => {
  const results = lists.map(() => [])
  let next = 0
  async function work() {
    for (let index = next++; index < lists.length; index = next++) {
      for (const request of lists[index]) results[index].push(await perform(request))
    }
  }
  await Promise.all(Array.from({ length: LISTS_AT_A_TIME }, work))
  return results
}

/** The same, from a frame whose origin is opaque. */
window.requestAllSandboxed = async (lists) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.src = location.href
  const loaded = nextEvent(frame, 'load')
  document.body.append(frame)
  await loaded
  const message = nextEvent(window, 'message')
  frame.contentWindow.postMessage(lists, '*')
  const { data } = await message
  frame.remove()
  return data
}

/**
 * Makes each request after a line on the console that numbers it, and waits for what the browser
 * prints. The page does that by itself, for browsers that print nothing when they are driven.
 */
window.requestAloud = async (requests) => {
  for (const [index, { url, kind, init }] of requests.entries()) {
    console.log(`request ${index}`)
    const request = MAKE_REQUEST[kind](url, init)
    // The exception that people forget to catch is printed, too.
    if (kind === 'fetch') request.then(() => {})
    await Promise.allSettled([request])
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  console.log(`request ${requests.length}`)
}

if (window.parent !== window) {
  window.addEventListener('message', async ({ data }) => {
    window.parent.postMessage(await window.requestAll(data), '*')
  })
}

function nextEvent(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}

async function perform({ url, kind = 'fetch', init }) {
  try {
    return { shared: true, ...(await MAKE_REQUEST[kind](url, init)) }
  } catch (error) {
    return { shared: false, error: error.name }
  }
}

/** Each resolves to what the page can read, and rejects if the request fails. */
const MAKE_REQUEST = {
  async fetch(url, init) {
    const response = await fetch(url, init)
    const { type, status } = response
    const headers = [...response.headers]
    return { response: { type, status, headers, body: await response.text() } }
  },

  async xhr(url, { method, headers, body, credentials }) {
    const xhr = new XMLHttpRequest()
    xhr.open(method, url)
    xhr.withCredentials = credentials === 'include'
    for (const [name, value] of headers) xhr.setRequestHeader(name, value)
    xhr.send(body)
    await loaded(xhr)
    return {
      response: {
        status: xhr.status,
        headers: xhr
          .getAllResponseHeaders()
          .split('\r\n')
          .filter(Boolean)
          .map((line) => line.split(/: (.*)/s, 2)),
        body: xhr.responseText,
      },
    }
  },

  async image(url, { credentials }) {
    const image = new Image()
    image.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous'
    image.src = url
    await loaded(image)
  },

  async font(url) {
    await new FontFace('test', `url(${JSON.stringify(url)})`).load()
  },

  async module(url) {
    await import(url)
  },

  async 'module-script'(url) {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = url
    document.body.append(script)
    await loaded(script).finally(() => script.remove())
  },

  async 'event-source'(url, { credentials }) {
    const source = new EventSource(url, { withCredentials: credentials === 'include' })
    await loaded(source, 'open').finally(() => source.close())
  },
}

function loaded(target, type = 'load') {
  return new Promise((resolve, reject) => {
    target.addEventListener(type, resolve)
    target.addEventListener('error', () => reject(new TypeError('failed to load')))
  })
}
