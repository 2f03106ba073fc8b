import { type CorsOptions, cors, createPolicy } from '../../../../src/index.js'

export function refusesTheWildcardWithCredentials() {
  // @ts-expect-error
  cors({ origin: '*', credentials: true })
  // @ts-expect-error
  createPolicy({ origin: '*', credentials: true })
}

export function refusesCredentialsWhereTheOriginIsAbsent() {
  // @ts-expect-error
  cors({ credentials: true })
  // @ts-expect-error
  createPolicy({ credentials: true })
  // @ts-expect-error
  const annotated: CorsOptions = { credentials: true }
  return annotated
}

export function refusesWhatMayBeTheWildcardWithCredentials(isPublic: boolean) {
  const origin = isPublic ? '*' : 'https://app.example.com'
  cors({ origin })
  // @ts-expect-error
  cors({ origin, credentials: true })
}

export function takesTheWildcardWithoutCredentials() {
  cors({ origin: '*' })
  cors({ origin: '*', credentials: false })
  createPolicy({ origin: '*', maxAge: 600 })
}

export function takesCredentialsThatAreNotKnownYet(credentials: boolean) {
  cors({ origin: 'https://app.example.com', credentials })
  cors({ origin: true, credentials, dangerouslyAllow: ['any-origin'] })
}
