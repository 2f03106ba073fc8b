/**
 * Makes an element. Text stays text: nothing that a server sent is read as HTML.
 * @param {string} name
 * @param {Record<string, unknown>} properties of the element; `class` and names with a dash are
 *   attributes
 * @param {...(Node | string | null)} children `null` is left out
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class' || key.includes('-') || key === 'for') made.setAttribute(key, value)
    else made[key] = value
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** @param {string} id */
export function byId(id) {
  return document.getElementById(id)
}

/** A heading and what it is about. */
export function block(title, ...children) {
  return element('section', { class: 'block' }, element('h3', {}, title), ...children)
}

/** Names and values. */
export function pairs(entries) {
  const list = element('dl', { class: 'pairs' })
  for (const [name, value] of entries) {
    list.append(element('div', {}, element('dt', {}, name), element('dd', {}, String(value))))
  }
  return list
}

/** A sentence: with a full stop, and with what is between backticks as code. */
export function prose(text) {
  const sentence = /[.?!]$/.test(text) ? text : `${text}.`
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)))
}

/** A word on a coloured ground. */
export function badge(kind, text = kind) {
  return element('span', { class: `badge ${kind}` }, text)
}
