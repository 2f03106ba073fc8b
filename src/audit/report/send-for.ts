import { enumerate } from '../../fetch/quote.js'
import type { OriginFacts } from './finding-facts.js'

/** The headers and the options that let in only the right origins. */
export function sendFor({ meant, gets }: { meant: readonly string[]; gets?: OriginFacts['gets'] }) {
  const credentials = gets === undefined || gets === 'read' ? '' : ', credentials: true'
  const options = `origin: [${meant.map((origin) => `'${origin}'`).join(', ')}]${credentials}`
  return `send Access-Control-Allow-Origin only to ${enumerate(meant, 'and')}, as cors({ ${options} }) does`
}
