import type { Verdict } from '../../browser/verdict/verdict.js'
import type { CheckForm } from '../form/check-form.js'
import { printString } from '../options-text/print-literal.js'
import { belongsInEnvironment, variableOf } from './secret-headers.js'

/** A test for `node:test` that expects what was seen. */
export function testCode(form: CheckForm, verdict: Verdict): string {
  const { origin, method, cookies } = form
  const { origin: server, pathname, search } = new URL(form.url)
  const path = pathname + search
  const { code } = verdict
  const allowed = code === undefined
  const assertion = allowed
    ? 'assertShared(verdict)'
    : `assertBlocked(verdict, ${printString(code)})`
  return `import { test } from 'node:test'
import { ${allowed ? 'assertShared' : 'assertBlocked'}, createPage } from 'strict-cors/testing'

test(${printString(`${origin} ${allowed ? 'may' : 'may not'} ${method} ${path}`)}, async () => {
  // Or createPage(app, …), with your Express app.
  const page = createPage(${printString(server)}, { origin: ${printString(origin)}${cookies === '' ? '' : ', cookies: process.env.COOKIE'} })
  const verdict = await page.check(${printString(path)}${initCode(form)})
  await page.close()
  ${assertion}
})
`
}

/** The second argument, as far as it is not the default. */
function initCode({ method, headers, body, credentials }: CheckForm): string {
  const members = [
    ...(method === 'GET' ? [] : [`method: ${printString(method)}`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.map(headerCode).join(', ')} }`]),
    ...(body === null ? [] : [`body: ${printString(body)}`]),
    ...(credentials ? ["credentials: 'include'"] : []),
  ]
  if (members.length === 0) return ''
  const inLine = `, { ${members.join(', ')} }`
  return inLine.length < 60 ? inLine : `, {\n    ${members.join(',\n    ')},\n  }`
}

function headerCode([name, value]: readonly [name: string, value: string]): string {
  const key = /^[A-Za-z]+$/.test(name) ? name : printString(name)
  return `${key}: ${belongsInEnvironment(name) ? `process.env.${variableOf(name)}` : printString(value)}`
}
