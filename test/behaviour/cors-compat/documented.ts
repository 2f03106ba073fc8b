import { type Case, REFLECTED, type Reaction } from './cases.js'
import {
  APP_RESPONSE,
  type ComparedResponse,
  type ComparedResponses,
  ERROR_RESPONSE,
} from './observe.js'
import { REQUESTS, type TableRequest } from './requests.js'

/** The responses of `cors` to every request, according to the table. */
export function documentedResponses(row: Case): ComparedResponses {
  return Object.fromEntries(
    REQUESTS.map((request) => {
      const reactions = request.method === 'OPTIONS' ? (row.corsOnOptions ?? row.cors) : row.cors
      return [request.name, responseTo(reactions[request.from], request)]
    }),
  )
}

function responseTo(reaction: Reaction, request: TableRequest): ComparedResponse {
  if (reaction === 'nothing') return APP_RESPONSE
  if (reaction === 'error') return ERROR_RESPONSE

  const vary = reaction.varyOrigin ? ['Origin'] : []
  const headers = {
    'access-control-allow-origin': reaction.allowOrigin,
    'access-control-allow-credentials': reaction.credentials ? 'true' : null,
    'access-control-expose-headers': reaction.exposeHeaders ?? null,
  }
  if (request.method === 'GET') {
    return { ...APP_RESPONSE, headers: present({ ...headers, vary: vary.join(', ') }) }
  }

  const reflects = reaction.allowHeaders === REFLECTED
  if (reflects) vary.push('Access-Control-Request-Headers')
  const asked = request.headers['access-control-request-headers'] ?? null
  const onOptions = {
    ...headers,
    'access-control-allow-methods': reaction.allowMethods,
    'access-control-allow-headers': reflects ? asked : reaction.allowHeaders,
    'access-control-max-age': reaction.maxAge ?? null,
    vary: vary.join(', '),
  }
  if (reaction.optionsStatus === null) return { ...APP_RESPONSE, headers: present(onOptions) }
  return {
    status: reaction.optionsStatus,
    body: '',
    headers: present({ ...onOptions, 'content-length': '0' }),
  }
}

/** Without the headers that are `null` or empty. */
function present(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
