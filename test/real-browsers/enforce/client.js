/*
 * The writes that a page can send. `sendAll` is the script of `evaluate()`; forms and beacons may still
 * be on their way when it is done.
 */

window.sendAll = async (writes) => {
  await Promise.all(writes.map(({ kind, url }) => SEND[kind](url)))
}

/** The same, from a frame whose origin is opaque. */
window.sendAllSandboxed = async (writes) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-forms')
  frame.src = location.href
  const loaded = nextEvent(frame, 'load')
  document.body.append(frame)
  await loaded
  const done = nextEvent(window, 'message')
  frame.contentWindow.postMessage(writes, '*')
  await done
}

if (window.parent !== window) {
  window.addEventListener('message', async ({ data }) => {
    await window.sendAll(data)
    window.parent.postMessage('done', '*')
  })
}

const SEND = {
  // Into a frame, so that the page stays.
  async form(url) {
    const frame = document.createElement('iframe')
    frame.name = url
    const form = document.createElement('form')
    Object.assign(form, { method: 'POST', action: url, target: frame.name })
    document.body.append(frame, form)
    form.submit()
  },

  fetch: (url) => settle(fetch(url, { method: 'POST', body: 'a=1', credentials: 'include' })),

  'no-cors fetch': (url) =>
    settle(fetch(url, { method: 'POST', body: 'a=1', mode: 'no-cors', credentials: 'include' })),

  'preflighted fetch': (url) =>
    settle(
      fetch(url, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
        credentials: 'include',
      }),
    ),

  async beacon(url) {
    navigator.sendBeacon(url, 'a=1')
  },

  'event source': (url) =>
    new Promise((resolve) => {
      const source = new EventSource(url, { withCredentials: true })
      source.onopen = source.onerror = () => {
        source.close()
        resolve()
      }
    }),

  'web socket': (url) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url.replace(/^http/, 'ws'))
      socket.onopen = () => socket.close()
      socket.onclose = resolve
    }),
}

async function settle(request) {
  await Promise.allSettled([request])
}

function nextEvent(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}
