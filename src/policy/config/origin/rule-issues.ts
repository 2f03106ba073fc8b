import {
  coveredPublicSuffix,
  isInsecure,
  type OriginContext,
  withHttps,
} from '../../origins/origin-risks.js'
import type { OriginPattern } from '../../origins/origin-rule.js'
import { looksLikeIpAddress } from '../diagnosis/loose-origin.js'
import { forDevelopment, isOnPrivateNetwork } from '../diagnosis/private-network.js'
import type { Place, RuleContext } from '../diagnosis/rule-context.js'
import { type ConfigIssue, configIssue } from '../issues/config-issue.js'
import { type Fix, replacement } from '../issues/fix.js'
import { NAME_FOR_ADDRESS } from '../issues/origin-fixes.js'
import { fixRegExp } from '../regexp/fix-regexp.js'
import { judgeRegExp } from '../regexp/judge-regexp.js'
import type { RegExpFinding } from '../regexp/openings/find-openings.js'

/** What is unsafe about a string rule if credentials are on. */
export function patternIssues(
  item: string,
  pattern: OriginPattern,
  path: string,
  { isRemovable }: Place,
  context: RuleContext,
): ConfigIssue[] {
  const issues: ConfigIssue[] = []
  if (isInsecure(pattern)) {
    const isPrivate = isOnPrivateNetwork(pattern.host)
    const fix = isPrivate ? forDevelopment([item], isRemovable) : fixInsecure(item, pattern)
    issues.push(configIssue('insecure-origin', path, item, { fix, isPrivate }))
  }
  const suffix = coveredPublicSuffix(pattern, context)
  if (suffix !== null) {
    const known = context.isPublicSuffix !== undefined
    issues.push(configIssue('public-suffix-wildcard', path, item, { suffix, known }))
  }
  return issues
}

function fixInsecure(item: string, { host }: OriginPattern): Fix {
  // What servers log as their address. Pages are opened at localhost.
  if (host === '0.0.0.0') return replacement([item.replace(host, 'localhost')], true)
  return looksLikeIpAddress(host) ? NAME_FOR_ADDRESS : replacement([withHttps(item)], true)
}

const MATCHES_NONE =
  'it matches no origin: browsers send origins in lower case and ASCII, without a path and without the default port'

const MATCHES_NULL =
  'a RegExp is never asked about the origin null, and this one matches no other: list "null" by itself'

/** What is wrong or unsafe with a regular expression. */
export function regexpIssues(
  item: RegExp,
  path: string,
  inList: boolean,
  context: OriginContext,
): ConfigIssue[] {
  const { findings } = judgeRegExp(item, context)
  if (findings.length === 0 && !item.global && !item.sticky) return []
  const fix = fixRegExp(item, context, inList)
  const issues = findings.map((finding) => openingIssue(finding, item, path, fix, context))
  return item.global || item.sticky
    ? [configIssue('regexp-stateful', path, item, { fix }), ...issues]
    : issues
}

function openingIssue(
  finding: RegExpFinding,
  item: RegExp,
  path: string,
  fix: Fix,
  { isPublicSuffix }: OriginContext,
): ConfigIssue {
  if (finding.code === 'regexp-slow') {
    return configIssue(finding.code, path, item, { fix, isUncertain: finding.isUncertain })
  }
  if (finding.code === 'origin-invalid') {
    const problem = 'null'.search(item) === -1 ? MATCHES_NONE : MATCHES_NULL
    return configIssue(finding.code, path, item, { problem, fix })
  }
  if (finding.code === 'open-regexp') {
    const { attacker, isUncertain } = finding
    return configIssue(finding.code, path, item, { attacker, isUncertain, fix })
  }
  if (finding.code !== 'public-suffix-wildcard') {
    return configIssue(finding.code, path, item, { attacker: finding.attacker, fix })
  }
  const { attacker, suffix } = finding
  const known = isPublicSuffix !== undefined
  return configIssue(finding.code, path, item, { suffix, known, attacker, fix })
}
