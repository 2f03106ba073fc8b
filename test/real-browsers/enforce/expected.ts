import type { Engine } from '../drivers/real-browser.js'
import type { Outcome, Write } from './kinds.js'
import type { Place } from './places.js'

/** Writes of somebody who may write, that are rejected all the same. */
interface Exception {
  readonly reason: string
  readonly browsers: readonly Engine[]
  readonly applies: (write: Write, place: Place) => boolean
}

const EXCEPTIONS: readonly Exception[] = [
  {
    reason:
      'a form under no-referrer: its Origin is null, which every site can send; only Sec-Fetch-Site: same-origin makes up for it',
    browsers: ['chromium', 'firefox', 'webkit'],
    applies: (write, place) => write === 'form' && hidesItsOrigin(place),
  },
  {
    reason:
      'any other no-cors request under no-referrer: by the standard its Origin is null too, but Chromium sends the true one',
    browsers: ['firefox', 'webkit'],
    applies: (write, place) =>
      (write === 'no-cors fetch' || write === 'beacon') && hidesItsOrigin(place),
  },
]

/** What becomes of each write from a place: the app's own and the allowed ones run, and no others. */
export function expectedAt(place: Place, browser: Engine): Readonly<Record<Write, Outcome>> {
  const outcome = (write: Write): Outcome => {
    if (mayWrite(place) && !isException(write, place, browser)) return 'ran'
    return write === 'preflighted fetch' ? 'stopped' : 'rejected'
  }
  return {
    form: outcome('form'),
    fetch: outcome('fetch'),
    'no-cors fetch': outcome('no-cors fetch'),
    'preflighted fetch': outcome('preflighted fetch'),
    beacon: outcome('beacon'),
  }
}

/** A sandboxed frame is nobody's, whosever page it is in. */
function mayWrite({ server, sandboxed }: Place): boolean {
  return server !== 'stranger' && !sandboxed
}

function isException(write: Write, place: Place, browser: Engine): boolean {
  return EXCEPTIONS.some(
    ({ browsers, applies }) => browsers.includes(browser) && applies(write, place),
  )
}

function hidesItsOrigin({ noReferrer, site }: Place): boolean {
  return noReferrer && site !== 'same-origin'
}
