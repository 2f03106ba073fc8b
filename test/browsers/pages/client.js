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
  const answered = nextEvent(window, 'message')
  frame.contentWindow.postMessage(lists, '*')
  const { data } = await answered
  frame.remove()
  return data
}

if (window.parent !== window) {
  window.addEventListener('message', async ({ data }) => {
    window.parent.postMessage(await window.requestAll(data), '*')
  })
}

function nextEvent(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}

async function perform({ url, init }) {
  try {
    const response = await fetch(url, init)
    return {
      shared: true,
      type: response.type,
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    }
  } catch (error) {
    return { shared: false, error: error.name }
  }
}
