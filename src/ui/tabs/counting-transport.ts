import type { Transport, WireRequest } from '../../browser/algorithms/wire.js'
import { createHttpTransport } from '../../browser/transport/http.js'
import { getHeader } from '../../fetch/header-list.js'
import type { Job } from './command.js'

/** Sends requests over HTTP and tells the page of each, before it is sent. */
export function countingTransport({ progress }: Job): Transport {
  const transport = createHttpTransport({ body: 'skip' })
  let sent = 0
  return (request: WireRequest) => {
    sent += 1
    const { method, url, headers } = request
    progress({ sent, method, url, origin: getHeader(headers, 'Origin') })
    return transport(request)
  }
}
