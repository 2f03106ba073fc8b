import { type CorsOptions, cors, createPolicy, type Policy } from '../../../../src/index.js'

export function takesNoOptions() {
  cors()
  cors({})
  cors(undefined)
}

export function takesEveryOption() {
  cors({
    origin: ['https://app.example.com', /^https:\/\/[a-z]+\.example\.org$/],
    methods: 'GET,PUT',
    allowedHeaders: ['Content-Type', 'Authorization'],
    exposedHeaders: '*',
    credentials: false,
    maxAge: 600,
    preflightContinue: true,
    optionsSuccessStatus: 200,
    dangerouslyAllow: ['null-origin', 'any-origin'],
    onDecision() {},
  })
}

export function refusesAMisspeltOption() {
  // @ts-expect-error
  cors({ origins: 'https://app.example.com' })
  // @ts-expect-error
  cors({ origin: 'https://app.example.com', maxage: 600 })
  // @ts-expect-error
  createPolicy({ origin: 'https://app.example.com', credential: true })
  // @ts-expect-error
  const annotated: CorsOptions = { origin: 'https://app.example.com', headers: 'X-A' }
  return annotated
}

export function refusesAMisspeltOptionOfADelegate() {
  // @ts-expect-error
  cors(() => ({ origins: 'https://app.example.com' }))
}

export function refusesAValueOfAnotherType() {
  // @ts-expect-error
  cors({ origin: 5 })
  // @ts-expect-error
  cors({ origin: 'https://app.example.com', maxAge: '600' })
  // @ts-expect-error
  cors({ origin: 'https://app.example.com', credentials: 'include' })
  // @ts-expect-error
  cors({ origin: [true] })
}

export function refusesAnUnknownUnsafeCode() {
  // @ts-expect-error
  cors({ origin: 'null', credentials: true, dangerouslyAllow: ['null'] })
}

export function takesFrozenArrays() {
  const origins = ['https://app.example.com', 'https://admin.example.com'] as const
  const methods = Object.freeze(['GET', 'PUT'])
  cors({ origin: origins, credentials: true, methods, allowedHeaders: ['X-A'] as const })
  createPolicy({ origin: origins, exposedHeaders: ['X-A'] as const })
}

export function takesFrozenOptions() {
  const options = { origin: ['https://app.example.com'], methods: ['GET'] } as const
  cors(options)
  createPolicy(options)
}

export function refusesAnUnsetEnvironmentVariable() {
  // @ts-expect-error
  cors({ origin: process.env.ORIGIN })
  // @ts-expect-error
  cors({ origin: process.env.ORIGINS?.split(','), credentials: true })
  // @ts-expect-error
  createPolicy({ origin: process.env.ORIGIN })
}

export function takesAnEnvironmentVariableWithADefault() {
  cors({ origin: process.env.ORIGIN ?? 'https://app.example.com', credentials: true })
  createPolicy({ origin: process.env.ORIGINS?.split(',') ?? [] })
}

export function takesOptionsThatAreHandedOn(options: CorsOptions) {
  cors(options)
  createPolicy(options)
  cors({ ...options, maxAge: 600 })
  createPolicy({ ...options, origin: 'https://app.example.com' })
}

export function passesAnOptionalParameterOn(options?: CorsOptions) {
  return [cors(options), createPolicy(options)]
}

export function takesOneOfSeveral(isPublic: boolean, policy: Policy) {
  cors(isPublic ? { origin: '*' } : { origin: 'https://app.example.com', credentials: true })
  cors(isPublic ? {} : { origin: ['https://app.example.com'], credentials: true })
  cors(isPublic ? undefined : { origin: 'https://app.example.com' })
  cors(isPublic ? policy : { origin: 'https://app.example.com' })
  // @ts-expect-error
  cors(isPublic ? policy : { origin: '*', credentials: true })
}
