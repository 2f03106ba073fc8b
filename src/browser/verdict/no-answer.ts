import { quote } from '../../fetch/quote.js'
import type { NoAnswerCause } from '../algorithms/blocked-facts.js'

/** Why there is no usable response; a clause. */
export function describeCause(cause: NoAnswerCause): string {
  switch (cause.type) {
    case 'address':
    case 'tls':
    case 'protocol':
    case 'transport':
      return cause.message
    case 'header-name':
      return `the header name ${quote(cause.name)} is not a token`
    case 'header-value':
      return `the header ${cause.name} has the forbidden value ${quote(cause.value)}`
    case 'limit':
      return cause.limit === 'headers'
        ? `its headers have more than ${cause.max} bytes`
        : `more than ${cause.max} bytes of body came`
    case 'timeout':
      return `it was not complete after ${cause.timeout} ms`
    case 'closed':
      return 'the page was closed before it was complete'
  }
}

/** What to change, and where. */
export function fixCause(cause: NoAnswerCause): string {
  switch (cause.type) {
    case 'address':
      return 'check that the server runs at this address'
    case 'tls':
      return 'use a certificate that is valid for this host and issued by an authority that this computer trusts; Node trusts the authorities in the file that NODE_EXTRA_CA_CERTS names, too'
    case 'protocol':
    case 'transport':
      return 'check that the server runs at this address and responds over HTTP'
    case 'header-name':
    case 'header-value':
      return 'send only headers that HTTP allows: the name is a token, and the value has no NUL, CR or LF'
    case 'limit':
      return cause.limit === 'headers'
        ? 'send fewer or shorter headers; browsers have such limits, too'
        : 'send a shorter response, or raise the option maxBodySize of createPage()'
    case 'timeout':
      return 'look for what the server waits for, or for a response that never ends, such as server-sent events; or raise the option timeout of createPage()'
    case 'closed':
      return 'close the page after its last request is complete'
  }
}
