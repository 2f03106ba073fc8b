import { type OriginRule, parseOriginRule } from '../../origins/origin-rule.js'
import { type ConfigIssue, configIssue } from '../issues/config-issue.js'

/** Advice on entries of a list of origins that another entry covers. */
export function redundantOrigins(rules: readonly OriginRule[]): ConfigIssue[] {
  const patterns = new Set(rules.filter((rule) => typeof rule === 'string' && rule.includes('*')))
  const seen = new Set<string>()
  const issues: ConfigIssue[] = []
  rules.forEach((rule, index) => {
    if (typeof rule !== 'string') return
    const isRepeated = seen.size === seen.add(rule).size
    const cover = isRepeated || patterns.size === 0 ? null : coverOf(rule, patterns)
    if (!isRepeated && cover === null) return
    issues.push(configIssue('origin-redundant', `origin[${index}]`, rule, { cover }))
  })
  return issues
}

/** Another pattern that covers a rule; `null` if none does. */
function coverOf(rule: string, patterns: ReadonlySet<OriginRule>): string | null {
  const parsed = parseOriginRule(rule)
  if (parsed === null) return null
  const { scheme, host, port } = parsed
  const labels = host.split('.')
  const hosts = [host, ...labels.map((_, index) => `*.${labels.slice(index).join('.')}`)]
  // `https://*.example.com` covers subdomains, and not `https://example.com`.
  const wider = parsed.subdomains ? hosts.slice(1) : hosts.filter((_, index) => index !== 1)
  const ports = port === '*' ? [':*'] : [port === null ? '' : `:${port}`, ':*']
  const covers = wider.flatMap((name) => ports.map((end) => `${scheme}://${name}${end}`))
  return covers.find((cover) => cover !== rule && patterns.has(cover)) ?? null
}
