import type { BlockedCode } from '../../browser/algorithms/blocked-facts.js'
import type { Verdict } from '../../browser/verdict/verdict.js'
import { getHeader } from '../../fetch/header-list.js'
import type { CheckForm } from '../check-form.js'

/** What Chromium's sentence quotes. */
interface Quoted {
  readonly method: string
  /** The first refused request header. */
  readonly header: string
  /** The value of a response header; empty if there is none. */
  readonly value: (name: string) => string
}

const NOT_PASSED = "Response to preflight request doesn't pass access control check: "

/** Chromium 156's sentences, for the codes about which it prints one. */
const REASONS: { readonly [Code in BlockedCode]?: (quoted: Quoted) => string } = {
  'allow-origin-missing': () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  'allow-origin-multiple': ({ value }) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${value('Access-Control-Allow-Origin')}', but only one is allowed.`,
  'allow-origin-invalid': ({ value }) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${value('Access-Control-Allow-Origin')}'.`,
  'allow-origin-mismatch': ({ value }) =>
    `The 'Access-Control-Allow-Origin' header has a value '${value('Access-Control-Allow-Origin')}' that is not equal to the supplied origin.`,
  'allow-origin-wildcard-with-credentials': () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  'allow-credentials-not-true': ({ value }) =>
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value('Access-Control-Allow-Credentials')}' which must be 'true' when the request's credentials mode is 'include'.`,
  'preflight-redirected': () => 'Redirect is not allowed for a preflight request.',
  'preflight-status-not-ok': () => 'It does not have HTTP ok status.',
  'allow-methods-invalid': () =>
    'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
  'allow-headers-invalid': () =>
    'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
  'method-not-in-allow-methods': ({ method }) =>
    `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  'header-not-in-allow-headers': ({ header }) =>
    `Request header field ${header} is not allowed by Access-Control-Allow-Headers in preflight response.`,
}

/** Codes of the preflight whose sentences do not begin with "Response to preflight request". */
const PLAIN: ReadonlySet<BlockedCode> = new Set([
  'allow-methods-invalid',
  'allow-headers-invalid',
  'method-not-in-allow-methods',
  'header-not-in-allow-headers',
])

/**
 * What Chromium prints on its console for a blocked request; `null` if the verdict is another or
 * Chromium prints nothing about CORS.
 */
export function consoleSentence(form: CheckForm, verdict: Verdict): string | null {
  if (verdict.outcome !== 'blocked') return null
  const last = verdict.exchanges.at(-1)
  const reason = REASONS[verdict.code]
  if (last === undefined || reason === undefined) return null
  const headers = last.response?.headers ?? []
  const sentence = reason({
    method: form.method,
    header: refusedHeader(last.request.headers, headers),
    value: (name) => getHeader(headers, name) ?? '',
  })
  const prefix = verdict.phase === 'preflight' && !PLAIN.has(verdict.code) ? NOT_PASSED : ''
  const { url } = last.request
  const start = new URL(form.url).href
  const redirected = url === start ? '' : ` (redirected from '${start}')`
  return `Access to fetch at '${url}'${redirected} from origin '${form.origin}' has been blocked by CORS policy: ${prefix}${sentence}`
}

function refusedHeader(
  request: Parameters<typeof getHeader>[0],
  response: Parameters<typeof getHeader>[0],
): string {
  const allowed = splitList(getHeader(response, 'Access-Control-Allow-Headers'))
  const asked = splitList(getHeader(request, 'Access-Control-Request-Headers'))
  return asked.find((name) => !allowed.includes(name)) ?? ''
}

function splitList(value: string | null): string[] {
  return (value ?? '').split(',').map((name) => name.trim().toLowerCase())
}
