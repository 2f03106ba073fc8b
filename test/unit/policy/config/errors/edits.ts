import type { ConfigIssueCode } from '../../../../../src/index.js'

/** Wrong options whose edits are all known. */
export interface EditCase {
  readonly options: unknown
  /** The options after the edits. */
  readonly edited: unknown
  /** The origin that was meant. */
  readonly meant: string
}

const APP = 'https://app.example.com'

/** A case for each code; `null` if only a person can know what to write. */
export const EDITS: { readonly [Code in ConfigIssueCode]: EditCase | null } = {
  'any-origin': null,
  'enforce-without-allowlist': null,
  'enforce-with-null-origin': {
    options: { origin: [APP, 'null'], enforce: true },
    edited: { origin: [APP], enforce: true },
    meant: APP,
  },
  'null-origin': {
    options: { origin: [APP, 'null', 'null'], credentials: true },
    edited: { origin: [APP], credentials: true },
    meant: APP,
  },
  'insecure-origin': {
    options: { origin: ['http://app.example.com', 'http://10.0.0.7:3000'], credentials: true },
    edited: { origin: [APP], credentials: true },
    meant: APP,
  },
  'public-suffix-wildcard': null,
  'open-regexp': {
    options: { origin: [/example\.com$/], credentials: true },
    edited: { origin: ['https://example.com', 'https://*.example.com'], credentials: true },
    meant: APP,
  },
  'unknown-option': {
    options: { origins: ['app.example.com', `${APP}/admin`], 'allowed headers': 'X-A', ttl: 1 },
    edited: { origin: [APP, APP], allowedHeaders: 'X-A' },
    meant: APP,
  },
  'invalid-type': {
    options: {
      origin: [undefined, new URL(`${APP}/a`), null, ['https://b.test/'], false, 5173],
      credentials: 'true',
      maxAge: undefined,
      onDecision: null,
      exposedHeaders: new Set(['ETag']),
      dangerouslyAllow: ['any-orgin', 'x', 'y'],
    },
    edited: {
      origin: [APP, 'https://b.test', 'http://localhost:5173'],
      credentials: true,
      exposedHeaders: ['ETag'],
      dangerouslyAllow: ['any-origin'],
    },
    meant: APP,
  },
  'origin-missing': {
    options: { origin: ['', APP, 'https://undefined', 'http://undefined.example.com:3000'] },
    edited: { origin: [APP] },
    meant: APP,
  },
  'origin-invalid': {
    options: { origin: 'localhost: 3000, https://App.Example.com:443/,*://b.test' },
    edited: { origin: ['http://localhost:3000', APP, 'https://b.test', 'http://b.test'] },
    meant: APP,
  },
  'wildcard-in-list': {
    options: { origin: ['*', APP, '*'], credentials: true },
    edited: { origin: [APP], credentials: true },
    meant: APP,
  },
  'wildcard-with-credentials': {
    options: { origin: '*', exposedHeaders: '*', Credential: true },
    edited: { origin: '*', exposedHeaders: '*' },
    meant: APP,
  },
  'method-invalid': {
    options: { methods: 'GET, put delete TRACE, , P\u00dcT' },
    edited: { methods: ['GET', 'PUT', 'DELETE'] },
    meant: APP,
  },
  'method-forbidden': {
    options: { methods: 'TRACE' },
    edited: { methods: [] },
    meant: APP,
  },
  'method-case': {
    options: { methods: ['put', 'Patch'] },
    edited: { methods: ['PUT', 'PATCH'] },
    meant: APP,
  },
  'header-name-invalid': {
    options: { allowedHeaders: 'content type, X-A: *', exposedHeaders: '' },
    edited: { allowedHeaders: ['content-type', 'X-A'] },
    meant: APP,
  },
  'regexp-stateful': {
    options: { origin: /^https:\/\/app\.example\.com$/g, credentials: true },
    edited: { origin: /^https:\/\/app\.example\.com$/, credentials: true },
    meant: APP,
  },
  'regexp-slow': {
    options: { origin: /^https:\/\/([a-z0-9]+)+\.example\.com$/ },
    edited: { origin: 'https://*.example.com' },
    meant: APP,
  },
  'max-age-invalid': {
    options: { maxAge: '3600.5' },
    edited: { maxAge: 3600 },
    meant: APP,
  },
  'status-invalid': {
    options: { optionsSuccessStatus: '200' },
    edited: { optionsSuccessStatus: 200 },
    meant: APP,
  },
  'unused-acknowledgement': {
    options: { origin: [APP], dangerouslyAllow: ['null-origin', 'any-origin'] },
    edited: { origin: [APP], dangerouslyAllow: [] },
    meant: APP,
  },
  'header-forbidden': {
    options: { allowedHeaders: 'Cookie' },
    edited: { allowedHeaders: [] },
    meant: APP,
  },
  'header-misplaced': {
    options: { allowedHeaders: ['Access-Control-Allow-Origin', 'X-A'], exposedHeaders: 'Origin' },
    edited: { allowedHeaders: ['X-A'], exposedHeaders: [] },
    meant: APP,
  },
  'exposed-header-redundant': {
    options: { exposedHeaders: ['Content-Type', 'ETag', 'Expires'] },
    edited: { exposedHeaders: ['ETag'] },
    meant: APP,
  },
  'exposed-header-forbidden': {
    options: { exposedHeaders: ['Set-Cookie', 'ETag'] },
    edited: { exposedHeaders: ['ETag'] },
    meant: APP,
  },
  'max-age-capped': {
    options: { maxAge: 100_000 },
    edited: { maxAge: 86_400 },
    meant: APP,
  },
  'origin-redundant': {
    options: { origin: [APP, 'https://*.example.com', APP] },
    edited: { origin: ['https://*.example.com'] },
    meant: APP,
  },
}

/** Things that are given in place of options, and those that were meant. */
export const NOT_OPTIONS: readonly (readonly [given: unknown, meant: unknown])[] = [
  ['http://localhost:3000/', { origin: 'http://localhost:3000' }],
  ['https://a.test, https://b.test', { origin: ['https://a.test', 'https://b.test'] }],
  ['*', { origin: '*' }],
  ['**', { origin: '*' }],
  [['*'], { origin: '*' }],
  [['https://a.test/'], { origin: 'https://a.test' }],
  [['https://a.test', undefined], { origin: ['https://a.test'] }],
  [true, { origin: true }],
  [false, { origin: false }],
  [/^https:\/\/a\.test$/g, { origin: /^https:\/\/a\.test$/ }],
  [new URL('https://a.test/path'), { origin: 'https://a.test' }],
  [new Set(['https://a.test', 'b.test']), { origin: ['https://a.test', 'https://b.test'] }],
  [[{ origins: 'a.test', maxAge: '5', ttl: 1 }], { origin: 'https://a.test', maxAge: 5 }],
  [
    Object.assign(new (class Settings {})(), { origin: 'https://a.test' }),
    { origin: 'https://a.test' },
  ],
]

/** Things from which nobody can tell the options. */
export const NOTHING_MEANT: readonly unknown[] = [
  null,
  '',
  5,
  [],
  [[]],
  [undefined],
  'production link',
  [{ origin: true, credentials: true }],
  [{ maxAge: 5 }, { maxAge: 6 }],
  new Map(),
  Symbol('x'),
]
