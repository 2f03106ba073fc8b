import { isSerializedOrigin } from '../../../fetch/origin.js'
import { anchor, looseSamples, withoutMemory } from './regexp-anchors.js'

/**
 * An origin of somebody else's that a regular expression lets in because it is not anchored;
 * `null` if none is found.
 */
export function attackerOrigin(regexp: RegExp): string | null {
  const stateless = withoutMemory(regexp.source, regexp)
  const anchored = anchor(regexp)
  const candidates = looseSamples(regexp).flatMap((match) => [
    // What follows may be optional, as a port, and the attacker leaves it out.
    ...Array.from(match, (_, end) => `${match.slice(0, match.length - end)}.evil.test`),
    `https://${match}.evil.test`,
    `https://evil${match}`,
    `https://evil-${match}`,
    `http://evil${match}`,
    `${match}evil.test`,
    `${match}1`,
  ])
  const isAttacker = (origin: string) =>
    isSerializedOrigin(origin) && stateless.test(origin) && !anchored?.test(origin)
  return candidates.find(isAttacker) ?? null
}
