import type { ExchangeKind } from '../../browser/algorithms/blocked-facts.js'
import type { FindingCode } from './finding.js'

/** What `resembles` says of an address that only devices in the same network reach. */
export const PRIVATE_NETWORK = 'a private network'

/** Who gets in that should not. */
export interface OriginFacts {
  readonly origin: string
  /** What a page of this origin can do. */
  readonly gets: 'read-with-credentials' | 'write-with-credentials' | 'read'
  /** What it has in common with an allowed origin; the origin itself if nothing. */
  readonly resembles: string
  /** The origins that should get in. */
  readonly meant: readonly string[]
}

/** The response that shows it. */
export interface ResponseFacts {
  readonly kind: ExchangeKind
  readonly url: string
  readonly status: number
  /** The origin of the page that asked; `null` if none did. */
  readonly origin: string | null
}

export type PreflightFacts = ResponseFacts & {
  /** Whether GET gives the data to everybody, so that no page needs a preflight to read them. */
  readonly isPublic: boolean
}

type ValueFacts = ResponseFacts & { readonly value: string }

/** What each code's sentences are made from. */
interface FindingFacts {
  'any-origin': OriginFacts
  'null-origin': OriginFacts
  'insecure-origin': OriginFacts
  'prefix-match': OriginFacts
  'suffix-match': OriginFacts
  'unescaped-dot': OriginFacts
  'substring-match': OriginFacts
  'truncated-match': OriginFacts
  'any-subdomain': OriginFacts
  'any-port': OriginFacts
  'localhost-origin': OriginFacts
  'shared-suffix-origin': OriginFacts
  'odd-host-origin': OriginFacts
  'wildcard-with-credentials': ResponseFacts & {
    readonly header: string
    readonly meant: readonly string[]
  }
  'allow-origin-multiple': ValueFacts
  'allow-origin-invalid': ValueFacts & { readonly meant: readonly string[] }
  'allow-credentials-invalid': ResponseFacts & { readonly value: string | null }
  'vary-missing': ResponseFacts & { readonly cached: boolean }
  'preflight-status': PreflightFacts
  'preflight-redirected': ResponseFacts & { readonly location: string | null }
  'preflight-unauthorized': ResponseFacts
  'preflight-without-cors': PreflightFacts
  'error-without-cors': ResponseFacts
  'authorization-under-wildcard': ValueFacts
  'max-age-capped': ValueFacts
}

/** Mapped over the codes, so that a code without facts does not compile. */
export type FactsByCode = { readonly [Code in FindingCode]: FindingFacts[Code] }

/** The codes that say who gets in. */
export type OriginFindingCode = {
  [Code in FindingCode]: FactsByCode[Code] extends OriginFacts ? Code : never
}[FindingCode]
