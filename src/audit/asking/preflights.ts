import type { HeaderList } from '../../fetch/header-list.js'

/** A request that needs a preflight. */
export interface Preflighted {
  readonly method: string
  readonly headers: HeaderList
}

const AUTHORIZATION = ['Authorization', 'Bearer audit'] as const
const JSON_BODY = ['Content-Type', 'application/json'] as const

export const PUT: Preflighted = { method: 'PUT', headers: [AUTHORIZATION, JSON_BODY] }
export const GET_WITH_AUTHORIZATION: Preflighted = { method: 'GET', headers: [AUTHORIZATION] }
export const GET_WITH_JSON: Preflighted = { method: 'GET', headers: [JSON_BODY] }
