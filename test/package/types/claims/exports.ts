import type defaultCors from '../../../../src/index.js'
import * as root from '../../../../src/index.js'
import * as policyEntry from '../../../../src/policy.js'
import {
  createPage,
  type Page,
  type Transport,
  type Verdict,
  type WireResponse,
} from '../../../../src/testing.js'

export function exportsTheFunctionTwice() {
  const named: typeof defaultCors = root.cors
  return named
}

export type TypesOfTheMiddleware = [
  root.CorsDelegate,
  root.CorsMiddleware,
  root.CorsSource,
  root.DelegateCallback,
  root.HookRequest,
  root.Next,
]

export type TypesOfThePolicy = [
  policyEntry.CheckedOrigins,
  policyEntry.CheckOrigins,
  policyEntry.ConfigIssue,
  policyEntry.Edit,
  policyEntry.ConfigIssueCode,
  policyEntry.CorsConfigError,
  policyEntry.CorsOptions,
  policyEntry.CorsRequest,
  policyEntry.CreatePolicy,
  policyEntry.Decision,
  policyEntry.Denial,
  policyEntry.DenialCode,
  policyEntry.HookRequest,
  policyEntry.NormalizedOptions,
  policyEntry.OptionsBesidesOrigin,
  policyEntry.OriginAnswer,
  policyEntry.OriginCallback,
  policyEntry.OriginFunction,
  policyEntry.OriginOption,
  policyEntry.OriginRule,
  policyEntry.Policy,
  policyEntry.PolicyEnvironment,
  policyEntry.PublicSuffixTest,
  policyEntry.RequestKind,
  policyEntry.Severity,
  policyEntry.UnsafeCode,
]

export function sharesTheTypesOfThePolicyBetweenEntries(policy: policyEntry.Policy) {
  const same: root.Policy = policy
  root.cors(same)
  root.cors(policyEntry.createPolicy({ origin: 'https://app.example.com', credentials: true }))
}

export function narrowsAnErrorToItsIssues(error: unknown): string[] {
  if (!(error instanceof root.CorsConfigError)) return []
  const typeError: TypeError = error
  const code: 'ERR_CORS_CONFIG' = error.code
  return [typeError.message, code, ...error.issues.map(({ path, fix }) => `${path}: ${fix}`)]
}

export function narrowsAVerdictByItsOutcome(verdict: Verdict): string | number {
  switch (verdict.outcome) {
    case 'blocked':
      return `${verdict.code}: ${verdict.message}`
    case 'shared':
      return verdict.response.status
    case 'opaque':
      return verdict.exchanges.length
  }
}

export async function typesTheBrowser(app: Parameters<typeof createPage>[0]) {
  const page: Page = createPage(app, { origin: 'https://app.example.com' })
  const response: Response = await page.fetch('/orders', { credentials: 'include' })
  const transport: Transport = (): WireResponse => ({ status: 204, headers: [] })
  // @ts-expect-error
  createPage(transport)
  return { response, needsPreflight: page.requiresPreflight({ method: 'PUT' }) }
}
