import { MAX_ORIGIN_LENGTH } from '../../origins/origin-rule.js'

/**
 * Why an `Origin` that a browser may have sent is not read; `null` if no browser sends it. The reasons
 * are those of docs/decisions/origins-that-are-read.md.
 */
export function whyUnread(origin: string): string | null {
  if (origin.length > MAX_ORIGIN_LENGTH) return `it has more than ${MAX_ORIGIN_LENGTH} bytes`
  if (origin === 'file://') return 'it means every file on every machine'
  // Chromium escapes an asterisk in a host; the URL parser does not.
  if (!URL.canParse(origin) || new URL(origin).origin.replaceAll('*', '%2A') !== origin) return null
  return origin.includes('/.') || origin.includes('..')
    ? 'no DNS name has an empty label'
    : 'no registered name has such characters'
}
