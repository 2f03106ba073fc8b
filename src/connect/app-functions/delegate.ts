import { CorsConfigError } from '../../policy/config/issues/config-error.js'
import { type ConfigIssue, configIssue } from '../../policy/config/issues/config-issue.js'
import { formatValue } from '../../policy/config/issues/format-value.js'
import { isPlainObject } from '../../policy/config/plain-object.js'
import type { Engine } from '../../policy/decide/engine.js'
import { firstAnswer } from '../../policy/decide/first-answer.js'
import { meansNobody } from '../../policy/decide/means-nobody.js'
import type { CorsOptions } from '../../policy/options.js'
import type { Policy } from '../../policy/policy.js'
import { debug } from '../debug-log.js'
import type { HttpRequest } from '../response-headers.js'
import { assertGiven, compileSource, isPolicy } from '../source.js'
import { AnswerMemory, type GivenOptions } from './answer-memory.js'

/** Takes a delegate's answer; only the first call counts. */
export type DelegateCallback = (error?: unknown, source?: CorsOptions | Policy) => void

interface DelegateSignature<Request> {
  // A method, so that a delegate may declare the request of its framework.
  delegate(
    request: Request,
    callback: DelegateCallback,
  ): CorsOptions | Policy | Promise<CorsOptions | Policy> | Promise<void> | void
}

/** A `CorsDelegate` under its name in `@types/cors`, with the type of the request that it reads. */
export type CorsOptionsDelegate<Request = HttpRequest> = DelegateSignature<Request>['delegate']

/**
 * Chooses options or a policy per request. It answers by returning, by a promise, or through the
 * callback; one that declares fewer than two parameters is expected to return its answer.
 *
 * In its answer, `origin: true` means the origin of the request. `origin: false` turns CORS off for the
 * request, as does an `origin` that is empty or `undefined`; together with `enforce`, it allows nobody,
 * so a write from another origin is rejected. Options without `origin`, such as `{}`, allow everybody.
 */
export type CorsDelegate = CorsOptionsDelegate

/** Methods that change nothing, so that a request without `Origin` can go on whatever happens. */
const SAFE_METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A function given to `cors()`, and what is known about its answers. */
export class Delegate {
  readonly #delegate: CorsDelegate
  readonly #isAnswer: (returned: unknown) => boolean
  readonly #known = new AnswerMemory<Engine>()
  #advised = false

  constructor(delegate: CorsDelegate) {
    this.#delegate = delegate
    this.#isAnswer = delegate.length < 2 ? () => true : isPlainObject
  }

  /** Asks for the options or the policy for a request; a promise if they do not come at once. */
  ask(req: HttpRequest): unknown {
    return firstAnswer((callback) => this.#delegate(req, callback), this.#isAnswer)
  }

  /**
   * The engine of an answer.
   * @throws CorsConfigError
   */
  compileAnswer(answer: unknown, req: HttpRequest): Engine {
    try {
      return this.#compile(answer)
    } catch (error) {
      if (!(error instanceof CorsConfigError)) throw error
      const failure = new CorsConfigError(error.issues, 'answered options')
      if (req.headers.origin !== undefined || !SAFE_METHODS.has(req.method)) throw failure
      // The request asks for nothing that the answer could have granted.
      debug('%s', failure.message)
      return compileSource({ origin: false })
    }
  }

  #compile(answer: unknown): Engine {
    const expected = 'options or a policy from the function given to cors()'
    assertGiven(answer, expected, 'return options or a policy, or call back with one')
    if (typeof answer === 'boolean') throw new CorsConfigError([misplacedFunction(answer)])
    if (isPolicy(answer) || !isPlainObject(answer)) return compileSource(answer)
    return this.#known.find(new Map(Object.entries(answer)), (given) =>
      compileSource(this.#optionsOf(given)),
    )
  }

  /** The options that an answer means: the function knows the request, as options at start-up do not. */
  #optionsOf(given: GivenOptions): object {
    const options = new Map(given)
    const origin = options.get('origin')
    if (origin === true) options.set('origin', allowRequestOrigin)
    else if (options.has('origin') && meansNobody(origin)) {
      if (origin !== false) this.#adviseFalse(origin)
      // With `enforce`, `false` is an error at start-up, where it is likely a mistake. Here it is how a
      // function denies one request, and that must neither fail the request nor switch `enforce` off.
      options.set('origin', options.get('enforce') ? allowNobody : false)
    }
    // As in cors. At start-up it may be an unset variable.
    if (options.get('exposedHeaders') === '') options.set('exposedHeaders', [])
    return Object.fromEntries(options)
  }

  #adviseFalse(origin: unknown): void {
    if (this.#advised) return
    this.#advised = true
    debug(
      'origin: the function given to cors() answered %s, so no origin is allowed for this request [origin-missing] → false',
      formatValue(origin),
    )
  }
}

/** The issue for a boolean, which only an origin function answers. */
function misplacedFunction(answer: boolean): ConfigIssue {
  const fix = `for an origin function fn, cors({ origin: fn }); else { origin: ${answer} }`
  return configIssue('invalid-type', '', answer, { expected: 'options or a policy', fix })
}

/** For `origin: true`, which in an answer means the origin of the request. */
function allowRequestOrigin(): true {
  return true
}

/** For `origin: false` with `enforce`. */
function allowNobody(): false {
  return false
}
