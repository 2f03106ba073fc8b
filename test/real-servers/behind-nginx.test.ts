import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPage } from '../../src/testing.js'
import { findFreePort } from '../support/find-free-port.js'
import { type Nginx, startNginx } from './nginx.js'
import { type Program, startProgram } from './program.js'

const CONFIGURATION = new URL('../../examples/behind-nginx/nginx.conf', import.meta.url)

describe('the example behind nginx', () => {
  let app: Program
  let nginx: Nginx
  let url: string
  beforeAll(async () => {
    app = await startProgram('behind-nginx/app.js', { NODE_ENV: 'production' })
    const port = await findFreePort()
    url = `http://127.0.0.1:${port}`
    const configuration = (await readFile(CONFIGURATION, 'utf8'))
      .replace('listen 127.0.0.1:8080', `listen 127.0.0.1:${port}`)
      .replace('http://127.0.0.1:3000', app.url)
    nginx = await startNginx(configuration, port)
  })
  afterAll(async () => {
    await nginx.stop()
    await app.stop()
  })

  async function check(path: string, origin: string, method = 'GET') {
    const page = createPage(url, { origin })
    onTestFinished(() => page.close())
    const verdict = await page.check(path, { method })
    return verdict.code ?? `${verdict.outcome} ${verdict.response.status}`
  }

  it.each([
    ['GET', '/orders', 'shared 200'],
    ['PUT', '/orders/1', 'shared 204'],
    ['GET', '/broken', 'shared 500'],
    ['GET', '/nowhere', 'shared 404'],
  ])('lets our page see %s %s', async (method, path, expected) => {
    expect(await check(path, 'https://app.example.com', method)).toBe(expected)
  })

  it('keeps strangers out', async () => {
    expect(await check('/orders', 'https://evil.example')).toBe('allow-origin-missing')
    expect(await check('/orders/1', 'https://evil.example', 'PUT')).toBe('allow-origin-missing')
  })

  it('lets a page see that the app is down, and nothing else', async () => {
    await app.stop()
    expect(await check('/orders', 'https://app.example.com')).toBe('shared 503')
  })
})
