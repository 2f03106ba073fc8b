export type { QuestionOptions } from './audit/asking/question-options.js'
export { UnreachableError } from './audit/asking/unreachable-error.js'
export { type AuditOptions, audit } from './audit/audit.js'
export { type CompareOptions, compare } from './audit/compare.js'
export type { AuditReport } from './audit/report/audit-report.js'
export type { ComparedQuestion, Comparison, Difference } from './audit/report/comparison.js'
export type { Finding, FindingCode, FindingSeverity } from './audit/report/finding.js'
export type {
  BlockedCode,
  ExchangeKind,
  NoAnswerCause,
} from './browser/algorithms/blocked-facts.js'
export type { Exchange } from './browser/algorithms/exchange.js'
export type { FilteredResponse } from './browser/algorithms/filtered-response.js'
export type {
  CredentialsMode,
  PageHeadersInit,
  PageRequestInit,
  RedirectMode,
  RequestMode,
} from './browser/algorithms/request-init.js'
export type { Transport, WireRequest, WireResponse } from './browser/algorithms/wire.js'
export { createPage, type Page } from './browser/create-page.js'
export { explainMessage } from './browser/messages/explain-message.js'
export type {
  Explanation,
  MessageCode,
  MessageFacts,
  MessageSource,
} from './browser/messages/explanation.js'
export type { PageOptions } from './browser/page-options.js'
export type { Target } from './browser/transport/target.js'
export { assertBlocked, assertShared } from './browser/verdict/assertions.js'
export type {
  BlockedVerdict,
  OpaqueVerdict,
  SharedVerdict,
  Verdict,
} from './browser/verdict/verdict.js'
