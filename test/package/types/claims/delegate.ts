import type { Request } from 'express'
import {
  type CorsDelegate,
  type CorsOptions,
  type CorsSource,
  cors,
  createPolicy,
} from '../../../../src/index.js'

declare function findOptions(tenant: string): Promise<CorsOptions>

const options: CorsOptions = { origin: 'https://app.example.com' }
const policy = createPolicy(options)

export function infersTheRequest() {
  cors((request) => (request.url?.startsWith('/admin') ? policy : options))
  cors((request) => findOptions(request.headers.host ?? ''))
  cors(async (request) => (request.method === 'GET' ? {} : policy))
}

export function takesTheRequestOfExpressWithoutACast() {
  cors((request: Request) => ({ origin: `https://${request.hostname}` }))
  cors(async (request: Request) => findOptions(request.params.tenant?.toString() ?? request.path))
  const delegate: CorsDelegate = (request: Request) => (request.secure ? policy : options)
  cors(delegate)
}

export function takesTheCallback() {
  cors((request, callback) => {
    callback(null, request.url === '/' ? options : policy)
  })
  cors((request: Request, callback) => {
    callback(null, { origin: request.get('x-origin') ?? false })
  })
}

export function takesTheParametersThatUsersOfCorsAnnotate() {
  cors((request: Request, callback: (error: Error | null, options?: CorsOptions) => void): void => {
    callback(null, { origin: request.secure })
  })
}

export function refusesAnInvalidAnswer() {
  // @ts-expect-error
  cors(() => 'https://app.example.com')
  // @ts-expect-error
  cors(async () => null)
}

export function takesASourceThatIsHandedOn(source: CorsSource) {
  cors(source).update(source)
}
