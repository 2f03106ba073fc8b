import type { Decision } from './decision.js'
import type { OriginRule } from './origins/origin-rule.js'

/**
 * What an origin function may answer: whether this origin is allowed, or rules to match it with. The
 * origin itself means `true`; `undefined` and `null` mean `false`.
 */
export type OriginAnswer = boolean | OriginRule | readonly OriginRule[] | undefined | null

/** Takes an origin function's answer; only the first call counts. */
export type OriginCallback = (error?: unknown, answer?: OriginAnswer) => void

/** What a function returns that calls back instead. */
type Nothing = ReturnType<OriginCallback>

/**
 * Decides per request; called only with a well-formed origin (`'null'` is one). It can return its
 * answer, return a promise of it, or call back. An origin function that declares fewer than two
 * parameters is expected to return its answer.
 */
export type OriginFunction = (
  origin: string,
  callback: OriginCallback,
) => OriginAnswer | Nothing | Promise<OriginAnswer | Nothing>

/** Every value of the option `origin`. */
export type OriginOption = boolean | OriginRule | readonly OriginRule[] | OriginFunction

/**
 * What lets strangers in once credentials are on. Each is an error unless `dangerouslyAllow` names it.
 *
 * - `any-origin`: every site may read
 * - `null-origin`: every site can send `null`, from a sandboxed frame
 * - `insecure-origin`: an `http:` origin, whose pages anyone on the network can change
 * - `public-suffix-wildcard`: subdomains that anyone can register
 * - `open-regexp`: a regular expression that matches more than the origins it names
 */
export type UnsafeCode =
  | 'any-origin'
  | 'null-origin'
  | 'insecure-origin'
  | 'public-suffix-wildcard'
  | 'open-regexp'

/** The options besides `origin` and `credentials`. */
export interface CommonOptions {
  /**
   * Methods that a page may use: `'*'`, `'GET,PUT'` or `['GET', 'PUT']`. GET, HEAD and POST are
   * always allowed.
   * @default 'GET,HEAD,PUT,PATCH,POST,DELETE'
   */
  readonly methods?: string | readonly string[]
  /**
   * Request headers that a page may set: `'*'`, `'X-A,X-B'` or `['X-A', 'X-B']`. `*` does not
   * cover `Authorization`.
   * @default whatever the preflight asks for, if it is well-formed
   */
  readonly allowedHeaders?: string | readonly string[]
  /**
   * Response headers that a page may read, in addition to the seven it can always read: `'*'`,
   * `'X-A,X-B'` or `['X-A', 'X-B']`.
   * @default none
   */
  readonly exposedHeaders?: string | readonly string[]
  /**
   * How long a browser may cache a preflight, in whole seconds, 0 or more.
   * @default if omitted, browsers cache it for 5 seconds
   */
  readonly maxAge?: number
  /**
   * Pass preflights on to the next handler with the headers set, which must then send the response.
   * @default false
   */
  readonly preflightContinue?: boolean
  /**
   * Status of the response to a preflight: 200 to 299.
   * @default 204
   */
  readonly optionsSuccessStatus?: number
  /**
   * What you accept although it lets strangers in once credentials are on:
   *
   * - `'any-origin'`: every site may read your users' data
   * - `'null-origin'`: every site can send `null`, from a sandboxed frame
   * - `'insecure-origin'`: an `http:` origin, whose pages anyone on the network can change
   * - `'public-suffix-wildcard'`: subdomains that anyone can register
   * - `'open-regexp'`: a regular expression that matches more than the origins it names
   *
   * @default []
   */
  readonly dangerouslyAllow?: readonly UnsafeCode[]
  /**
   * Called by the middleware with its decision on each request that carries `Origin`, or that `enforce`
   * rejects, for logs and metrics. It is not called if an origin function or a function given to
   * `cors()` fails, since there is no decision then, nor if the headers have been sent already. What it
   * throws goes to `next`. If a route has a policy of
   * its own, each policy calls its own hook, and the decision of the last one is in force.
   */
  onDecision?(decision: Decision, request: HookRequest): void
  /**
   * Reject denied requests that could change something, which otherwise run although the page cannot
   * read the response. Such a request gets a 403 and reaches no later handler. Preflights, `GET`,
   * `HEAD`, `OPTIONS` and `QUERY` are never rejected, nor are requests from the server's own pages or
   * from clients other than browsers. `origin` must name who is allowed.
   *
   * - `true`: reject them
   * - `'report'`: only set `decision.rejected` for `onDecision`
   *
   * It is one more line of defence besides `SameSite` cookies, not a replacement for them.
   * @default false
   */
  readonly enforce?: boolean | 'report'
}

/** What the hook receives: the request that the middleware was called with. */
export interface HookRequest {
  /** The request's method, such as `GET`. */
  readonly method?: string | undefined
  /** The request's path and query, as the framework has it: Express removes the path of a mount. */
  readonly url?: string | undefined
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Options that name who may read. */
export interface OptionsWithOrigin extends CheckedOptions<OriginOption> {}

/** Options of a public resource: any origin, and therefore no credentials. */
export interface OptionsWithoutOrigin extends CommonOptions {
  readonly origin?: never
  /** Needs an `origin` that names who may read. */
  readonly credentials?: false
}

/**
 * Options of a policy. An explicit `undefined` is an error, so that an unset environment variable
 * is found at start-up.
 */
export type CorsOptions = OptionsWithOrigin | OptionsWithoutOrigin

/** What the compiler says if there is no `origin` with credentials, in place of a type name. */
export type CredentialsWithoutOrigin =
  "credentials need an origin: without one it is '*', which browsers refuse with credentials"

/** `OptionsWithoutOrigin` for a call. */
export interface PublicOptions extends CommonOptions {
  readonly origin?: never
  /** Needs an `origin` that names who may read. */
  readonly credentials?: false | CredentialsWithoutOrigin
}

/** What the compiler says if `origin` is `'*'` or missing with credentials, in place of a type name. */
type WildcardWithCredentials =
  "browsers refuse origin '*' with credentials: list the exact origins, or leave out credentials"

/**
 * `OptionsWithOrigin` for a call, where `'*'` with `credentials: true` does not compile.
 * https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
 */
export interface CheckedOptions<Origin extends OriginOption> extends CommonOptions {
  /**
   * Who may read responses.
   *
   * - `'*'`: every page, without credentials (the default)
   * - `'https://app.example.com'`: pages of this origin
   * - `'https://*.example.com'`: pages of its subdomains; `'http://localhost:*'`: of any port
   * - a `RegExp`, or an array of origins, patterns and regular expressions
   * - `true`: every origin, reflected; `false`: no CORS
   * - `(origin) => boolean`, which may also return a promise or call back
   *
   * @example
   * cors({ origin: ['https://app.example.com', 'https://*.example.org'] })
   * @default '*'
   */
  readonly origin: Origin
  /**
   * Whether requests may carry cookies, client certificates and HTTP authentication. `origin` must
   * then name who may read: browsers refuse `'*'` with credentials.
   * @default false
   */
  readonly credentials?: CredentialsFor<Origin>
}

/** The type of `credentials` next to an `origin`. */
export type CredentialsFor<Origin> = string extends Origin
  ? boolean
  : '*' extends Origin
    ? false | WildcardWithCredentials
    : boolean

/** Options that may lack parts, such as options that are spread into others. */
export interface LooseOptions extends CommonOptions {
  /** Who may read responses. */
  readonly origin?: OriginOption | readonly (OriginRule | undefined)[] | undefined
  /** Whether requests may carry cookies, client certificates and HTTP authentication. */
  readonly credentials?: boolean | undefined
}

/** Options as a policy keeps them: lists are arrays, defaults are filled in, everything is frozen. */
export interface NormalizedOptions {
  /**
   * Who may read: `'*'`, `true` (any origin, reflected), `false` (no CORS), a list, or a function. One
   * origin, pattern or regular expression is a list of one.
   */
  readonly origin: '*' | boolean | readonly OriginRule[] | OriginFunction
  /** Methods that a page may use; `['*']` for all. GET, HEAD and POST are always allowed. */
  readonly methods: readonly string[]
  /**
   * Request headers that a page may set; `['*']` for all but `Authorization`. If omitted, whatever the
   * preflight asks for.
   */
  readonly allowedHeaders?: readonly string[]
  /** Response headers that a page may read, in addition to the seven it can always read. */
  readonly exposedHeaders: readonly string[]
  /** Whether requests may carry cookies, client certificates and HTTP authentication. */
  readonly credentials: boolean
  /** How long a browser may cache a preflight, in seconds. If omitted, browsers cache it for 5. */
  readonly maxAge?: number
  /** Whether preflights are passed on to the next handler. */
  readonly preflightContinue: boolean
  /** Status of the response to a preflight: 200 to 299. */
  readonly optionsSuccessStatus: number
  /** What was accepted although it lets strangers in once credentials are on. */
  readonly dangerouslyAllow: readonly UnsafeCode[]
  /** Called by the middleware with its decision on a request. */
  readonly onDecision?: NonNullable<CommonOptions['onDecision']>
  /** Whether denied requests that could change something are rejected, or only reported. */
  readonly enforce: boolean | 'report'
}
