import { enumerate } from '../../fetch/quote.js'
import type { OriginFacts } from './finding-facts.js'

/** The headers and the options that let in only the right origins. */
export function sendFor({ meant, gets }: { meant: readonly string[]; gets?: OriginFacts['gets'] }) {
  const credentials = gets === undefined || gets === 'read' ? '' : ', credentials: true'
  const isExample = meant.length === 0
  const listed = isExample ? ['https://app.example.com'] : meant
  const options = `origin: [${listed.map((origin) => `'${origin}'`).join(', ')}]${credentials}`
  const who = isExample ? 'the origins that you trust' : enumerate(meant, 'and')
  return `send Access-Control-Allow-Origin only to ${who}, as cors({ ${options} }) does${isExample ? ' for one' : ''}`
}
