import { describe, expect, it, onTestFinished } from 'vitest'
import cors from '../../../src/index.js'
import { SERVERS } from './servers.js'
import { SUITE } from './suite.js'
import { seen } from './wire.js'

describe.each(SERVERS)('$name', ({ start }) => {
  it.each(SUITE)('$claim', async ({ source, vary, request, response }) => {
    const server = await start(cors(source), (response) => {
      if (vary !== undefined) response.setHeader('Vary', vary)
    })
    onTestFinished(() => server.close())
    expect(seen(await server.send(request))).toEqual(response)
  })
})
