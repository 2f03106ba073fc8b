import { element } from './dom.js'

/** Code with a button that copies it. */
export function copyable(label, code) {
  const button = element('button', { type: 'button', class: 'small' }, 'Copy')
  button.setAttribute('aria-label', `Copy ${label}`)
  button.addEventListener('click', () => copy(code, button))
  return element('div', { class: 'copyable' }, element('pre', {}, code), button)
}

/** Copies a text and says so on the button, which keeps the focus. */
export async function copy(text, button) {
  button.dataset.label ??= button.textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Cannot copy'
  }
  setTimeout(() => {
    button.textContent = button.dataset.label
  }, 1500)
}
