import { byId } from './dom.js'

const tabs = [...document.querySelectorAll('[role=tab]')]

/** Shows one panel. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function selectTab(name, { focus = false } = {}) {
  const chosen = tabs.find((tab) => tab.id === `tab-${name}`) ?? tabs[0]
  for (const tab of tabs) {
    const selected = tab === chosen
    tab.setAttribute('aria-selected', String(selected))
    tab.tabIndex = selected ? 0 : -1
    byId(tab.getAttribute('aria-controls')).hidden = !selected
  }
  if (focus) chosen.focus()
  document.title = `${chosen.textContent} – strict-cors`
}

/** Lets people choose by click, and by arrow keys, Home and End. */
export function startTabs() {
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab))
    tab.addEventListener('keydown', (event) => {
      const next = {
        ArrowRight: tabs[(index + 1) % tabs.length],
        ArrowLeft: tabs.at(index - 1),
        Home: tabs[0],
        End: tabs.at(-1),
      }[event.key]
      if (next === undefined) return
      event.preventDefault()
      choose(next)
    })
  }
}

function choose(tab) {
  const name = tab.getAttribute('aria-controls')
  selectTab(name, { focus: true })
  history.replaceState(null, '', `#${name}`)
}
