export type { BlockedCode, ExchangeKind } from './browser/algorithms/blocked-facts.js'
export { type Browser, type BrowserOptions, createBrowser } from './browser/create-page.js'
export type { Exchange } from './browser/algorithms/exchange.js'
export type { ScriptResponse } from './browser/algorithms/filtered-response.js'
export type {
  CredentialsMode,
  HeadersSource,
  RedirectMode,
  RequestMode,
  RequestOptions,
} from './browser/algorithms/request-init.js'
export type { Target } from './browser/transport/target.js'
export type { Transport, WireRequest, WireResponse } from './browser/algorithms/wire.js'
export type {
  BlockedVerdict,
  OpaqueVerdict,
  SharedVerdict,
  Verdict,
} from './browser/verdict/verdict.js'
