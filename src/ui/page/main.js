import { startAudit } from './audit.js'
import { startCheck } from './check.js'
import { startCompare } from './compare.js'
import { copy } from './copy.js'
import { byId } from './dom.js'
import { startExplain } from './explain.js'
import { linkTo, readFragment } from './fragment.js'
import { startPolicy } from './policy.js'
import { readSetup } from './server.js'
import { selectTab, startTabs } from './tabs.js'
import { fill } from './task.js'

const { url = '', checks } = await readSetup()
// So that a link without the token finds its way in; see door.js.
localStorage.setItem('token', location.pathname.split('/')[1])

fill(byId('check-form'), { url, origin: location.origin })
fill(byId('audit-form'), { url })
fill(byId('compare-form'), { left: url })

startTabs()
const check = startCheck(checks)
startAudit()
startCompare()
startExplain(check.fillIn)
const policy = startPolicy()

for (const button of document.querySelectorAll('button.share')) {
  const { id } = button.closest('[role=tabpanel]')
  button.addEventListener('click', () => copy(linkTo(id, button.form), button))
}

/** Fills in what the address names. It sends nothing: somebody else may have made the link. */
function followFragment() {
  const { tab, values } = readFragment()
  const form = tab === '' ? null : byId(`${tab}-form`)
  if (form !== null) fill(form, values)
  selectTab(tab)
  if (tab === 'policy') policy.judge()
}
addEventListener('hashchange', followFragment)
followFragment()
document.documentElement.dataset.ready = 'true'
