import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createPage } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, shared } from '../transports.js'

describe('the text of a verdict', () => {
  it('tells outcome, message, and every exchange with its headers', async () => {
    const page = createPage(
      responding(
        reply(204, shared(['Access-Control-Allow-Headers', 'x-a'], ['Vary', 'Origin'])),
        reply(200, shared(['X-Escaped', '\x1b[31mred'])),
      ),
      { origin: PAGE },
    )
    const verdict = await page.check(`${API}/orders`, { headers: { 'X-A': '1' } })
    const text = `shared
The page at https://app.example.com can read the response from https://api.example.com/orders: status 200 and no headers.

1. CORS-preflight request, because of the header x-a
   OPTIONS https://api.example.com/orders
     Accept: */*
     Access-Control-Request-Method: GET
     Access-Control-Request-Headers: x-a
     Origin: https://app.example.com
     Sec-Fetch-Dest: empty
     Sec-Fetch-Mode: cors
     Sec-Fetch-Site: same-site
   response with status 204
     Access-Control-Allow-Origin: https://app.example.com
     Access-Control-Allow-Headers: x-a
     Vary: Origin

2. request
   GET https://api.example.com/orders
     X-A: 1
     Accept: */*
     Origin: https://app.example.com
     Sec-Fetch-Dest: empty
     Sec-Fetch-Mode: cors
     Sec-Fetch-Site: same-site
   response with status 200
     Access-Control-Allow-Origin: https://app.example.com
     X-Escaped: \\u001b[31mred`
    expect(String(verdict)).toBe(text)
    expect(inspect(verdict)).toBe(text)
  })

  it('tells the code of a blocked one, and which request got no response', async () => {
    const page = createPage(() => Promise.reject(new Error('offline')), { origin: PAGE })
    const verdict = await page.check(`${API}/orders`, {
      method: 'PUT',
      headers: { 'X-B': '', 'X-A': '' },
    })
    expect(String(verdict)).toBe(`blocked: no-answer
There is no usable response from https://api.example.com/orders: offline. Fix: check that the server runs at this address and responds over HTTP.

1. CORS-preflight request, because of the method PUT and the header x-a, x-b
   OPTIONS https://api.example.com/orders
     Accept: */*
     Access-Control-Request-Method: PUT
     Access-Control-Request-Headers: x-a,x-b
     Origin: https://app.example.com
     Sec-Fetch-Dest: empty
     Sec-Fetch-Mode: cors
     Sec-Fetch-Site: same-site
   no response`)
  })

  it('is short if nothing was sent', async () => {
    const page = createPage(responding(reply(200)), { origin: PAGE })
    const verdict = await page.check(`${API}/orders`, { mode: 'same-origin' })
    expect(String(verdict)).toBe(`blocked: cross-origin-in-same-origin-mode
The URL https://api.example.com/orders is cross-origin to https://app.example.com, but the mode is "same-origin". Fix: make the request with mode "cors".`)
  })
})
