import { ask } from './server.js'

/**
 * A form whose work can take a while: it shows progress, can be cancelled, and keeps the focus where
 * it is.
 * @param {HTMLElement} panel with a form, a `.status` and a `.result`
 * @param {object} options
 * @param {string} options.command what to ask for
 * @param {(state: object) => string} [options.describe] progress in a sentence
 * @param {(result: object, input: object) => { status: string, nodes: Node[] }} options.show
 * @param {boolean} [options.titled] whether the result has a heading that says what the status says
 */
export function createTask(panel, { command, describe = () => 'Working…', show, titled = false }) {
  const form = panel.querySelector('form')
  const status = panel.querySelector('.status')
  const result = panel.querySelector('.result')
  const cancel = form.querySelector('.cancel')
  let controller = null

  async function run() {
    controller?.abort()
    const own = new AbortController()
    controller = own
    const input = valuesOf(form)
    setBusy(true)
    say('Working…')
    try {
      const found = await ask(command, input, {
        signal: own.signal,
        onProgress: (state) => say(describe(state)),
      })
      if (controller !== own) return
      const { status: sentence, nodes } = show(found, input)
      result.replaceChildren(...nodes)
      say(sentence)
      status.classList.toggle('unseen', titled)
    } catch (error) {
      if (controller !== own) return
      result.replaceChildren()
      say(own.signal.aborted ? 'Cancelled.' : error.message, !own.signal.aborted)
    }
    setBusy(false)
  }

  function setBusy(busy) {
    const hadFocus = document.activeElement === cancel
    result.setAttribute('aria-busy', String(busy))
    cancel.hidden = !busy
    // The button that had it is hidden now.
    if (!busy && hadFocus) form.querySelector('.main').focus()
  }

  function say(sentence, isError = false) {
    status.textContent = sentence
    status.classList.toggle('error', isError)
    status.classList.remove('unseen')
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    run()
  })
  cancel.addEventListener('click', () => controller?.abort())
  return { run }
}

/** The values of a form. */
export function valuesOf(form) {
  const fields = [...form.elements].filter(({ name }) => name !== '')
  return Object.fromEntries(
    fields.map((field) => [field.name, field.type === 'checkbox' ? field.checked : field.value]),
  )
}

/** Fills in a form; what is not named keeps its value. */
export function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field === null || value === undefined) continue
    if (field.type === 'checkbox') field.checked = value === true || value === 'true'
    else field.value = String(value)
  }
}
