import { cors, type OriginCallback, type OriginFunction } from '../../../../src/index.js'

declare function isCustomer(origin: string): Promise<boolean>

export function infersTheParameters() {
  cors({ origin: (origin) => origin.endsWith('.example.com'), credentials: true })
  cors({
    origin(origin, callback) {
      const first: string = origin
      const second: OriginCallback = callback
      second(null, first === 'https://app.example.com')
    },
  })
}

export function takesEveryWayToAnswer() {
  cors({ origin: () => true })
  cors({ origin: () => 'https://app.example.com' })
  cors({ origin: () => [/^https:\/\/app\.example\.com$/] as const })
  cors({ origin: async (origin) => isCustomer(origin) })
  cors({ origin: (origin) => (origin === 'null' ? false : isCustomer(origin)) })
  cors({
    origin: async (origin, callback) => {
      callback(null, await isCustomer(origin))
    },
  })
  cors({ origin: (_origin, callback) => callback(new Error('database is down')) })
}

export function takesALookUpThatFindsNothing(origins: ReadonlyMap<string, string>) {
  cors({ origin: (origin) => origins.get(origin) })
  cors({ origin: async (origin) => origins.get(origin) ?? null })
  cors({ origin: (origin, callback) => callback(null, origins.get(origin)) })
  cors({ origin: () => Promise.reject(new Error('database is down')) })
}

export function refusesAnInvalidAnswer() {
  // @ts-expect-error
  cors({ origin: () => 5 })
  // @ts-expect-error
  cors({ origin: async () => 5 })
  // @ts-expect-error
  cors({ origin: (_origin, callback) => callback(null, 5) })
}

export function takesTheParametersThatUsersOfCorsAnnotate() {
  const origin = (
    origin: string | undefined,
    callback: (error: Error | null, allow?: boolean) => void,
  ) => callback(null, origin === 'https://app.example.com')
  const typed: OriginFunction = origin
  cors({ origin, credentials: true })
  cors({ origin: typed, credentials: true })
}
