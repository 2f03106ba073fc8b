import { runInThisContext } from 'node:vm'
import corpus from './corpus.json' with { type: 'json' }

/**
 * A use of `cors` in a public program. `options` is a JavaScript expression as in the source;
 * host names are replaced by names of the same shape.
 */
interface Use {
  readonly id: string
  /** How it is mounted: for all requests, for one route, or for OPTIONS. */
  readonly mount: string
  readonly options: string
  /** The options of middleware that is mounted before it. */
  readonly outer?: string
  /** The options of middleware that is mounted behind it, for OPTIONS. */
  readonly optionsStar?: string
  /** Plausible values of the environment variables that it reads. */
  readonly env?: Environment
  /** Whether the source does not tell what happens if they are not set. */
  readonly unsetUnknown?: boolean
  /** The origin that the author meant to let in, if the options do not tell. */
  readonly intended?: string | { readonly set: string; readonly unset?: string }
}

type Environment = Readonly<Record<string, string>>

/** A use with its variables set, or with none set. */
export interface Configuration {
  /** The use's number and its variant. */
  readonly id: string
  readonly mount: string
  readonly meant: string
  /** Makes the options anew, as they may keep state. */
  readonly options: () => unknown
  readonly outer: (() => unknown) | undefined
  readonly optionsStar: (() => unknown) | undefined
}

const uses: readonly Use[] = corpus

/** Each use, and once more without its variables if it reads some. */
export const CONFIGURATIONS: readonly Configuration[] = uses.flatMap((use) => {
  const { env, unsetUnknown = false } = use
  if (env === undefined) return [configuration(use, 'static', {})]
  const set = configuration(use, 'set', env)
  return unsetUnknown ? [set] : [set, configuration(use, 'unset', {})]
})

function configuration(
  use: Use,
  variant: 'static' | 'set' | 'unset',
  env: Environment,
): Configuration {
  const { id, mount, intended, outer, optionsStar } = use
  const named = typeof intended === 'object' ? pick(intended, variant) : intended
  const options = () => evaluate(use.options, env)
  return {
    id: `${id} ${variant}`,
    mount,
    meant: named ?? originMeant(options()),
    options,
    outer: outer === undefined ? undefined : () => evaluate(outer, env),
    optionsStar: optionsStar === undefined ? undefined : () => evaluate(optionsStar, env),
  }
}

function pick(intended: { readonly set: string; readonly unset?: string }, variant: string) {
  return (variant === 'unset' ? intended.unset : undefined) ?? intended.set
}

/** In this context, so that arrays and errors are those of this realm. */
function evaluate(expression: string, env: Environment): unknown {
  const program = runInThisContext(`(process, console) => (${expression})`)
  const silent = { log() {}, warn() {}, error() {} }
  return Reflect.apply(program, undefined, [{ env }, silent])
}

function originMeant(options: unknown): string {
  const isObject = typeof options === 'object' && options !== null && 'origin' in options
  const rules: readonly unknown[] = isObject ? [options.origin].flat() : []
  const urls = rules.filter((rule) => typeof rule === 'string' && URL.canParse(rule))
  const [first = 'https://app.example.com'] = urls.map((url) => new URL(String(url)).origin)
  return first
}
