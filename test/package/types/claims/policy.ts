import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import {
  type CorsOptions,
  type CorsRequest,
  cors,
  createPolicy,
  type Decision,
  type DenialCode,
  type NormalizedOptions,
  type Policy,
} from '../../../../src/index.js'

const request: CorsRequest = { method: 'GET', headers: { origin: 'https://app.example.com' } }

export function isSynchronousForAStaticOrigin() {
  for (const policy of [
    createPolicy(),
    createPolicy({ maxAge: 600 }),
    createPolicy({ origin: '*' }),
    createPolicy({ origin: true }),
    createPolicy({ origin: ['https://app.example.com', /^https:\/\/a\.example$/] }),
  ]) {
    const synchronous: Policy<false> = policy
    const decision: Decision = synchronous.evaluate(request)
    const allowed: boolean = synchronous.isOriginAllowed('https://app.example.com')
    const text: string = synchronous.explain(request)
    console.log(decision, allowed, text)
  }
}

export function promisesForAnOriginFunction() {
  for (const policy of [
    createPolicy({ origin: () => true }),
    createPolicy({ origin: async (origin) => origin === 'https://app.example.com' }),
    createPolicy({ origin: (_origin, callback) => callback(null, true) }),
  ]) {
    const asynchronous: Policy<true> = policy
    const decision: Promise<Decision> = asynchronous.evaluate(request)
    const allowed: Promise<boolean> = asynchronous.askOrigin('https://app.example.com')
    const text: Promise<string> = asynchronous.explain(request)
    console.log(decision, allowed, text)
  }
}

export async function mayDoEitherForOptionsThatAreHandedOn(options: CorsOptions) {
  const policy: Policy = createPolicy(options)
  const decision: Decision = await policy.evaluate(request)
  // @ts-expect-error
  policy.evaluate(request).allowed
  return decision
}

export function mayDoEitherForOneOfSeveral(isStatic: boolean) {
  const chosen = createPolicy(isStatic ? { origin: true } : { origin: () => true })
  const either: Decision | Promise<Decision> = chosen.evaluate(request)
  const options = isStatic ? { origin: '*' } : { maxAge: 600 }
  const synchronous: Policy<false> = createPolicy(options)
  // @ts-expect-error
  return [synchronous, either, chosen.isOriginAllowed('https://app.example.com')]
}

export function goesWhereAnyPolicyGoes() {
  const policies: Policy[] = [createPolicy(), createPolicy({ origin: () => true })]
  for (const policy of policies) cors(policy).update(policy)
}

export function takesTheRequestsOfNodeAndExpress(incoming: IncomingMessage, request: Request) {
  createPolicy().evaluate(incoming)
  createPolicy().evaluate(request)
}

export function takesTheHeadersOfFetch(request: { headers: Headers; method: string }) {
  const headers = Object.fromEntries(request.headers)
  createPolicy().evaluate({ method: request.method, headers })
}

export function refusesARequestWithoutHeaders() {
  // @ts-expect-error
  createPolicy().evaluate({ method: 'GET' })
}

export function makesTheSamePolicyOfNormalizedOptions(policy: Policy) {
  const options: NormalizedOptions = policy.options
  createPolicy(options)
  createPolicy({ ...options, maxAge: 600 })
  cors(options)
}

export function givesOutNothingThatMayBeChanged(policy: Policy<false>) {
  const decision = policy.evaluate(request)
  // @ts-expect-error
  decision.allowed = true
  // @ts-expect-error
  decision.headers['Access-Control-Allow-Origin'] = '*'
  // @ts-expect-error
  decision.vary.push('Origin')
  // @ts-expect-error
  policy.options.maxAge = 600
  // @ts-expect-error
  policy.options.methods.push('PATCH')
  // @ts-expect-error
  policy.warnings.length = 0
}

export function hasADenialExactlyIfItIsNotAllowed(decision: Decision): readonly string[] {
  if (!decision.allowed) return [decision.denial.code, ...decision.denial.values]
  const never: undefined = decision.denial
  const passes: false = decision.rejected
  return [String(never), String(passes)]
}

export function listsTheDenialCodes(code: DenialCode): number {
  switch (code) {
    case 'origin-invalid':
    case 'request-headers-invalid':
      return 400
    case 'origin-not-allowed':
    case 'cross-site':
    case 'credentials-not-allowed':
    case 'method-not-allowed':
    case 'header-not-allowed':
      return 403
  }
}

export function hasNoBooleanQuestionIfTheOriginIsAFunction() {
  const asynchronous = createPolicy({ origin: (origin) => origin === 'https://app.example.com' })
  // @ts-expect-error
  return asynchronous.isOriginAllowed('https://app.example.com')
}
