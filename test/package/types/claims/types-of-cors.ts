import express, { type Request } from 'express'
import cors, {
  type CorsOptions,
  type CorsOptionsDelegate,
  type CorsRequest,
} from '../../../../src/index.js'

export function hasTheNamesOfTypesCors() {
  const options: cors.CorsOptions = { origin: 'https://app.example.com', credentials: true }
  const same: CorsOptions = options
  const delegate: cors.CorsOptionsDelegate = (_request, callback) => callback(null, options)
  const typed: cors.CorsOptionsDelegate<cors.CorsRequest> = (request, callback) => {
    callback(null, { ...options, origin: request.headers.origin !== undefined })
  }
  const request: cors.CorsRequest = { method: 'GET', headers: {} }
  const sameRequest: CorsRequest = request
  return [cors(same), cors(delegate), cors(typed), sameRequest]
}

export function takesATypeArgument(options: CorsOptions) {
  const app = express()
  app.use(cors<cors.CorsRequest>(), express.json())
  app.use('/graphql', cors<cors.CorsRequest>({ origin: 'https://app.example.com' }))
  app.use(cors<Request>())
  app.use(cors<Request>(options))
  app.use(cors<Request>((request, callback) => callback(null, { origin: request.secure })))
}

export function takesADelegateOfTheFrameworksRequest() {
  const delegate: CorsOptionsDelegate<Request> = (request, callback) => {
    callback(null, { origin: request.header('Origin') === 'https://app.example.com' })
  }
  return [cors(delegate), cors<Request>(delegate)]
}

export function takesADelegateWithTheParametersThatUsersOfCorsAnnotate() {
  cors(
    (
      request: cors.CorsRequest,
      callback: (error: Error | null, options?: cors.CorsOptions) => void,
    ) => callback(null, { origin: request.headers.origin === 'https://app.example.com' }),
  )
}

export function takesSpreadOptions(options: CorsOptions) {
  cors({ credentials: true, ...options })
  cors({ ...options, credentials: true, origin: 'https://app.example.com' })
  cors({ maxAge: 600, ...options, methods: ['GET'] })
}

export function passesAnOptionalParameterOn(options?: CorsOptions) {
  const make = (given?: cors.CorsOptions) => cors(given)
  return make(options)
}

export function refusesATypeArgumentThatIsNoRequest() {
  // @ts-expect-error
  cors<string>()
}

export function refusesTheWildcardWithCredentialsInAnAnnotatedVariable() {
  // @ts-expect-error
  const annotated: cors.CorsOptions = { credentials: true }
  return annotated
}
