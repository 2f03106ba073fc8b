import type {
  CommonOptions,
  CredentialsFor,
  CredentialsWithoutOrigin,
  NormalizedOptions,
} from './options.js'

/** What the compiler says if `origin` may be missing, in place of a type name. */
type OriginMayBeMissing =
  "an origin may be undefined, for example if an environment variable is not set: write process.env.ORIGIN ?? 'https://app.example.com'"

/** What the compiler says of an option that does not exist, in place of a type name. */
type NoSuchOption = 'there is no option of this name'

/**
 * Accepts values whose `origin` is not known at compile time, such as parameters, spread options and
 * `policy.options`, and values of the types `Others`. For anything else, the compiler says at each
 * wrong option what is wrong with it.
 */
export type AnyOptions<Source, Others = never> =
  NormalizedOptions['origin'] extends OriginOf<Source> ? Source : WithMistakes<Source, Others>

// Not an intersection with `Source`: `true & 'sentence'` is never, and never has no sentence.
type WithMistakes<Source, Others> = Source extends Others
  ? Source
  : {
      [Name in keyof Source]: Name extends 'origin'
        ? undefined extends Source[Name] | ItemOf<Source[Name]>
          ? OriginMayBeMissing
          : Source[Name]
        : Name extends 'credentials'
          ? 'origin' extends keyof Source
            ? CredentialsFor<OriginOf<Source>>
            : // A name that no option has may be meant for the origin.
              [Exclude<keyof Source, keyof CommonOptions | 'credentials'>] extends [never]
              ? false | CredentialsWithoutOrigin
              : boolean
          : Name extends keyof CommonOptions
            ? CommonOptions[Name]
            : NoSuchOption
    }

type ItemOf<Value> = Value extends readonly (infer Item)[] ? Item : never

/** The type of the option `origin`. */
export type OriginOf<Source> = Source extends unknown
  ? 'origin' extends keyof Source
    ? Source['origin']
    : never
  : never
