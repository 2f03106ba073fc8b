import type { PageName } from './pages.js'
import type { PolicyName } from './policies.js'

/** What in a page makes the request; an `image` and a `module` are loaded with `crossorigin`. */
export type RequestKind = 'fetch' | 'xhr' | 'image' | 'module' | 'event-source'

/** A request that a page makes. */
export interface DrawnRequest {
  readonly kind: RequestKind
  readonly mode: 'cors' | 'no-cors' | 'same-origin'
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  readonly credentials: 'omit' | 'same-origin' | 'include'
  /** The last part of the path; decides what the application responds with. */
  readonly route: string
}

/** One request of one page to the application under one policy. */
export interface Combination extends DrawnRequest {
  /** From 0. */
  readonly number: number
  /** Every other field in words; unique in the matrix. */
  readonly name: string
  readonly policy: PolicyName
  readonly page: PageName
}
