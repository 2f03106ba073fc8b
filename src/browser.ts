export type { BlockedCode, ExchangeKind } from './browser/blocked-facts.js'
export { type Browser, type BrowserOptions, createBrowser } from './browser/create-browser.js'
export type { Exchange } from './browser/exchange.js'
export type { ScriptResponse } from './browser/filtered-response.js'
export type {
  CredentialsMode,
  HeadersSource,
  RedirectMode,
  RequestMode,
  RequestOptions,
} from './browser/request-init.js'
export type { Target } from './browser/transport/target.js'
export type { Transport, WireRequest, WireResponse } from './browser/transport/wire.js'
export type {
  BlockedVerdict,
  OpaqueVerdict,
  SharedVerdict,
  Verdict,
} from './browser/verdict.js'
