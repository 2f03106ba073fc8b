import { CookieStore } from '../../browser/algorithms/cookie-store.js'
import { createRequest } from '../../browser/algorithms/request.js'
import { seedCookies } from '../../browser/seed-cookies.js'
import { messageOf, UsageError } from '../arguments/usage-error.js'
import type { Plan } from './plan.js'

/**
 * The same plan, judged before anything is sent, so that a mistake in the last one of a file does
 * not cost the results of the others.
 * @throws {UsageError} if fetch() would refuse the request, or a cookie is invalid
 */
export function sendable(plan: Plan): Plan {
  const { url, origin, method, headers, body, cookies = '' } = plan
  try {
    createRequest(url, url, origin, { method, headers, body })
    seedCookies(new CookieStore(Date.now), cookies, url)
    return plan
  } catch (error) {
    throw new UsageError(messageOf(error))
  }
}
