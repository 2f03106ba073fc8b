import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Servers } from './start-servers.js'
import { createVisitor, type Visitor } from './visitor.js'

/** Uses each tab of the page as a person would. */
export function claimPage(page: Page, servers: Servers): void {
  const visitor = createVisitor(page)

  describe('Check', () => {
    beforeAll(() => visitor.open(servers.page))

    it('shows a request that is shared, and agrees with this browser', async () => {
      await visitor.click('#check-credentials')
      await visitor.click('#check-form .main')
      await visitor.see('#check .result', 'The page can read the response')
      expect(await visitor.read('#check .timeline')).toContain('Teapot')
      expect(await visitor.read('#check .result')).toContain(`npx strict-cors check ${servers.api}`)
      await visitor.click('#check .result button', 'Ask this browser too')
      await visitor.see('.said', 'Model and browser agree.')
      expect(await visitor.problems()).toEqual([])
    })

    it('shows where a preflight blocks a request, and agrees with this browser', async () => {
      await visitor.type('#check-method', 'DELETE')
      await visitor.click('#check-form .main')
      await visitor.see('#check .result', 'method-not-in-allow-methods')
      expect(await visitor.read('#check .timeline')).toMatch(
        /Preflight[\s\S]*because of the method DELETE[\s\S]*Request\s+It was never sent[\s\S]*Nothing: fetch\(\) rejects/,
      )
      await visitor.click('#check .result button', 'Ask this browser too')
      await visitor.see('.said', 'Model and browser agree.')
      expect(await visitor.problems()).toEqual([])
    })

    it('shows as text what a server sends', async () => {
      await visitor.type('#check-url', servers.hostile)
      await visitor.type('#check-method', 'GET')
      await visitor.click('#check-credentials')
      await visitor.click('#check-form .main')
      await visitor.see('#check .timeline pre', '<img src=x onerror=')
      expect(await page.title()).toBe('Check – strict-cors')
    })

    it('says what is wrong with the form', async () => {
      await visitor.type('#check-url', 'localhost:3000/orders')
      await visitor.click('#check-form .main')
      await visitor.see('#check .status', 'Did you mean http://localhost:3000/orders?')
      expect(await visitor.problems()).toEqual([])
    })

    it('cancels a check, and gives the focus back', async () => {
      await visitor.type('#check-url', servers.silent)
      await visitor.type('#check-method', 'GET')
      await visitor.click('#check-form .main')
      await visitor.click('#check-form .cancel')
      await visitor.see('#check .status', 'Cancelled.')
      expect(await visitor.focused()).toBe('Check')
    })

    it('makes a prepared check at a click', async () => {
      await visitor.click('.prepared button', 'DELETE /orders')
      await visitor.see('#check .result', 'https://app.example.com')
      expect(await visitor.value('#check-method')).toBe('DELETE')
      expect(await visitor.focused()).toContain('DELETE /orders')
    })
  })

  describe('a link', () => {
    it('has the form and no secret, opens without the token, and sends nothing', async () => {
      await visitor.open(servers.page)
      await visitor.type(
        '#check-url',
        'https://me:hidden1@api.example.com/orders?q=1&api_key=hidden2',
      )
      await visitor.type('#check-headers', 'Authorization: hidden3\nContent-Type: application/json')
      await visitor.type('#check-cookies', 'session=hidden4')
      await visitor.type('#check-body', 'hidden5')
      const link = String(
        await page.evaluate(
          `import(new URL('fragment.js', location.href)).then(({ linkTo }) => linkTo('check', document.getElementById('check-form')))`,
        ),
      )
      expect(link).not.toContain('hidden')
      expect(link).not.toContain(new URL(servers.page).pathname.split('/')[1])

      const before = servers.requests()
      await visitor.open(link)
      expect(await visitor.address()).toContain(servers.page)
      expect(await visitor.value('#check-url')).toBe('https://api.example.com/orders?q=1&api_key=')
      expect(await visitor.value('#check-headers')).toBe(
        'Authorization:\nContent-Type: application/json',
      )
      expect([await visitor.value('#check-cookies'), await visitor.value('#check-body')]).toEqual([
        '',
        '',
      ])
      expect(await visitor.read('#check .status')).toBe('')
      expect(servers.requests()).toBe(before)
    })

    it('says without a token known where the address is', async () => {
      await visitor.open(servers.page)
      await page.evaluate('localStorage.clear()')
      await page.goto(`${servers.pageOrigin}/#policy?text=1`)
      await visitor.see('main', `npx strict-cors ui '${servers.pageOrigin}/#policy?text=1'`)
      expect(await visitor.problems()).toEqual([])
    })
  })

  describe('Explain', () => {
    const message =
      "Access to fetch at 'https://api.example.com/orders' from origin 'https://app.example.com' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response."

    it('explains a message, and fills in a check with its facts', async () => {
      await visitor.open(servers.page)
      await visitor.click('#tab-explain')
      await visitor.type('#explain-text', message)
      await visitor.click('#explain-form .main')
      await visitor.see('#explain .status', '1 message explained')
      expect(await visitor.read('#explain .result')).toContain('method-not-in-allow-methods')
      expect(await visitor.problems()).toEqual([])

      await visitor.click('#explain .result button', 'Check this request')
      expect(await visitor.value('#check-url')).toBe('https://api.example.com/orders')
      expect(await visitor.value('#check-origin')).toBe('https://app.example.com')
      expect(await visitor.value('#check-method')).toBe('PUT')
      expect(await visitor.focused()).toBe('Check')
      expect(await visitor.read('#check .status')).toBe('')
    })

    it('says that it does not know a message', async () => {
      await visitor.click('#tab-explain')
      await visitor.type('#explain-text', 'good morning')
      await visitor.click('#explain-form .main')
      await visitor.see('#explain .status', 'No message of a browser is known')
    })
  })

  describe('Policy', () => {
    it('shows what options mean for requests, live', async () => {
      await visitor.open(servers.page)
      await visitor.click('#tab-policy')
      await visitor.see('#policy .status', 'The server starts.')
      expect(await visitor.read('#policy .copyable pre')).toContain('app.use(cors({')
      await visitor.see('#requests li:nth-child(2)', 'shared')
      await visitor.see('#requests li:nth-child(4)', 'allow-origin-missing')
      await visitor.type('#requests li:nth-child(4) input', 'https://app.example.com')
      await visitor.see('#requests li:nth-child(4)', 'shared')
      await visitor.click('#requests li:nth-child(3) summary')
      await visitor.see('#requests li:nth-child(3)', 'the method "DELETE" is not allowed')
      expect(await visitor.problems()).toEqual([])
    })

    it('runs nothing that is typed', async () => {
      await visitor.type('#policy-text', '{ origin: (o) => document.title = "run" }')
      await visitor.see('#policy .status', 'Line 1, column 11: a function cannot be tried here')
      await visitor.type('#policy-text', '{ origin: fetch("/") }')
      await visitor.see('#policy .status', 'the page does not know what "fetch" is')
      expect(await page.title()).toBe('Policy – strict-cors')
      expect(await visitor.problems()).toEqual([])
    })

    it('fixes a policy by one click', async () => {
      await visitor.type(
        '#policy-text',
        "{ origin: 'https://app.example.com/', method: ['put'], credentials: true }",
      )
      await visitor.see('#policy .status', 'The server does not start: 3 problems.')
      expect(await visitor.problems()).toEqual([])
      await visitor.click('#policy .result button', 'Apply this fix')
      await visitor.see('#policy .status', 'The server does not start: 2 problems.')
      expect(await visitor.value('#policy-text')).toContain("origin: 'https://app.example.com',")
      expect(await visitor.focused()).toBe('Apply this fix')
      await visitor.click('#policy-fix-all')
      await visitor.see('#policy .status', 'The server starts.')
      expect(await visitor.value('#policy-text')).toBe(
        "{ origin: 'https://app.example.com', methods: ['PUT'], credentials: true }",
      )
    })
  })

  describe('Audit', () => {
    it('finds that a server lets everybody in', async () => {
      await visitor.open(servers.page)
      await visitor.click('#tab-audit')
      await visitor.type('#audit-url', servers.bad)
      await visitor.click('#audit-form .main')
      await visitor.see('#audit .result', 'any-origin')
      expect(await visitor.read('#audit .result article:first-child')).toContain('high')
      expect(await visitor.read('#audit .status')).toMatch(/worst first; \d+ requests were sent/)
      await visitor.click('#audit .result article:first-child summary')
      expect(await visitor.problems()).toEqual([])
    })

    it('shows how far it is, and can be cancelled', async () => {
      await visitor.type('#audit-url', servers.silent)
      await visitor.click('#audit-form .main')
      await visitor.see('#audit .status', 'Request 1 of at most 100: GET')
      await visitor.click('#audit-form .cancel')
      await visitor.see('#audit .status', 'Cancelled.')
    })
  })

  describe('Compare', () => {
    it('shows side by side what two servers do differently', async () => {
      await visitor.open(servers.page)
      await visitor.click('#tab-compare')
      await visitor.type('#compare-right', servers.bad)
      await visitor.type('#compare-origins', 'https://evil.example')
      await visitor.click('#compare-form .main')
      await visitor.see('#compare table', 'access-control-allow-origin')
      expect(await visitor.read('#compare .status')).toMatch(/^\d+ differences$/)
      expect(await visitor.problems()).toEqual([])
    })
  })

  claimKeyboard(visitor, servers)

  describe('a narrow window', () => {
    it.each(['check', 'audit', 'compare', 'explain', 'policy'])('fits %s', async (tab) => {
      await page.setViewport({ width: 360, height: 740 })
      await visitor.open(`${servers.page}#${tab}`)
      if (tab === 'check') {
        await visitor.click('.prepared button', 'DELETE /orders')
        await visitor.see('#check .result', 'blocked')
      }
      if (tab === 'policy') await visitor.see('#requests li:nth-child(2)', 'shared')
      expect(await visitor.problems()).toEqual([])
      await page.setViewport({ width: 1280, height: 800 })
    })
  })
}

function claimKeyboard(visitor: Visitor, servers: Servers): void {
  describe('the keyboard', () => {
    it('reaches and does everything, and keeps the focus', async () => {
      await visitor.open(servers.page)
      await visitor.press('Tab')
      expect(await visitor.focused()).toBe('tab-check')
      await visitor.press('ArrowRight', 'ArrowRight')
      expect(await visitor.focused()).toBe('tab-compare')
      await visitor.press('Home', 'ArrowLeft')
      expect(await visitor.focused()).toBe('tab-policy')
      await visitor.press('Tab')
      expect(await visitor.focused()).toBe('policy-text')
      await visitor.press('Home')
      expect(await visitor.value('#policy-text')).toContain('https://app.example.com')

      await visitor.open(servers.page)
      await visitor.press('Tab', 'Tab')
      expect(await visitor.focused()).toContain('DELETE /orders')
      await visitor.press('Tab')
      expect(await visitor.focused()).toBe('check-url')
      await visitor.press('Enter')
      await visitor.see('#check .result', 'The page can read the response')
      expect(await visitor.focused()).toBe('check-url')
    })
  })
}
