import type { HeaderList } from '../../fetch/header-list.js'
import { isCorsSafelistedMethod } from '../../fetch/method.js'
import { escapeControls } from '../../fetch/quote.js'
import type { Exchange } from '../algorithms/exchange.js'

interface FormattedVerdict {
  readonly outcome: string
  readonly code?: string | undefined
  readonly message: string
  readonly exchanges: readonly Exchange[]
}

/** The outcome, the message, and every exchange with its headers; lines joined by `\n`. */
export function formatVerdict({ outcome, code, message, exchanges }: FormattedVerdict): string {
  const title = code === undefined ? outcome : `${outcome}: ${code}`
  return [title, message, ...exchanges.flatMap(formatExchange)].join('\n')
}

/** One exchange with its number, after an empty line. */
export function formatExchange({ kind, request, response }: Exchange, index: number): string[] {
  const title =
    kind === 'preflight' ? `CORS-preflight request${reason(request.headers)}` : 'request'
  return [
    '',
    `${index + 1}. ${title}`,
    `   ${request.method} ${request.url}`,
    ...formatHeaders(request.headers),
    ...(response === null
      ? ['   no response']
      : [`   response with status ${response.status}`, ...formatHeaders(response.headers)]),
  ]
}

/** What made the preflight necessary: the method and the headers that it asks for. */
function reason(headers: HeaderList): string {
  const reasons = headers.flatMap(([name, value]) => {
    if (name === 'Access-Control-Request-Headers')
      return `the header ${value.replaceAll(',', ', ')}`
    if (name !== 'Access-Control-Request-Method' || isCorsSafelistedMethod(value)) return []
    return `the method ${value}`
  })
  return `, because of ${reasons.join(' and ')}`
}

function formatHeaders(headers: HeaderList): string[] {
  return headers.map(([name, value]) => `     ${name}: ${escapeControls(value)}`)
}
