/** Which of the two kinds of requests a verdict or an exchange is about. */
export type ExchangeKind = 'preflight' | 'request'

/** The answer that was refused. */
export interface AnswerFacts {
  readonly url: string
  readonly status: number
}

/** An answer that failed the CORS check; `value` is what its header says. */
interface OriginFacts extends AnswerFacts {
  /** The request's `Origin`. */
  readonly origin: string
  readonly value: string
}

interface RedirectFacts extends AnswerFacts {
  readonly location: string
}

/** What the sentences of each code need to know. */
export interface BlockedFacts {
  'allow-origin-missing': AnswerFacts & { readonly origin: string }
  'allow-origin-multiple': OriginFacts
  'allow-origin-invalid': OriginFacts
  'allow-origin-mismatch': OriginFacts
  'allow-origin-wildcard-with-credentials': OriginFacts
  'allow-credentials-not-true': AnswerFacts & { readonly value: string | null }
  'preflight-redirected': AnswerFacts
  'preflight-status-not-ok': AnswerFacts
  'allow-methods-invalid': AnswerFacts & { readonly value: string | null }
  'allow-headers-invalid': AnswerFacts & { readonly value: string | null }
  'method-not-in-allow-methods': AnswerFacts & {
    readonly method: string
    readonly value: string | null
    readonly credentials: boolean
  }
  'header-not-in-allow-headers': AnswerFacts & {
    /** Every name that is missing, in lower case. */
    readonly names: readonly string[]
    readonly value: string | null
    readonly credentials: boolean
  }
  'authorization-under-wildcard': AnswerFacts & { readonly value: string | null }
  'cross-origin-in-same-origin-mode': { readonly url: string; readonly origin: string }
  'redirect-mode-in-no-cors-mode': { readonly redirect: string }
  'redirect-in-error-mode': AnswerFacts
  'redirect-location-invalid': RedirectFacts
  'redirect-scheme-not-http': RedirectFacts
  'redirect-with-userinfo': RedirectFacts
  'redirect-limit-reached': AnswerFacts
  'cross-origin-resource-policy': AnswerFacts & { readonly origin: string }
  'proxy-authentication-required': AnswerFacts
  'no-answer': { readonly url: string; readonly reason: string }
}

/** Why a browser keeps an answer from the page. */
export type BlockedCode = keyof BlockedFacts
