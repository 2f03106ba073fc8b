import { describe, expect, it } from 'vitest'
import { isPublicSuffix } from '../../../../../src/connect/public-suffix.js'
import { judgeRegExp } from '../../../../../src/policy/config/regexp/judge-regexp.js'

const context = { credentials: true, isPublicSuffix }

function codes(regexp: RegExp): readonly string[] {
  return judgeRegExp(regexp, context).findings.map(({ code }) => code)
}

/** All that public programs give to `cors` as origins, of 295 uses, hosts replaced. */
const SAFE = [
  /^http:\/\/localhost(:\d+)?$/,
  /^https?:\/\/localhost(:\d+)?$/,
  /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/,
]

const REFUSED: readonly (readonly [RegExp, reason: string, codes: readonly string[]])[] = [
  [
    /^http:\/\/203\.0\.113\.46(:\d+)?$/,
    'plain http to another machine: whoever is on the way can write its pages',
    ['insecure-origin'],
  ],
  [
    /^https?:\/\/(192\.168\.\d{1,3}\.\d{1,3}|10\.\d{1,3}\.\d{1,3}\.\d{1,3})(:\d+)?$/,
    'every machine of whatever network the user is in',
    ['open-regexp', 'insecure-origin'],
  ],
  [
    /http:\/\/localhost:*/,
    'meant as a port pattern, it lets in http://localhost.evil.test',
    ['open-regexp', 'insecure-origin'],
  ],
  [
    /localhost*/,
    'meant as a pattern, it lets in any host with "localhos" in it',
    ['open-regexp', 'insecure-origin'],
  ],
  [/127.0.0.1*/, 'the same, and its dots are not escaped', ['open-regexp', 'insecure-origin']],
  [/example\.com$/, 'it lets in https://evilexample.com', ['open-regexp', 'insecure-origin']],
  [/\.figma\.com$/, 'it lets in http:', ['open-regexp', 'insecure-origin']],
  [
    /\.railway\.app$/,
    'anyone can register a name under up.railway.app',
    ['public-suffix-wildcard', 'open-regexp', 'insecure-origin'],
  ],
  [
    /\.up\.railway\.app$/,
    'anyone can register a name there',
    ['public-suffix-wildcard', 'open-regexp', 'insecure-origin'],
  ],
  [
    /https?:\/\/([a-zA-Z0-9]+([-,_][a-zA-Z0-9]+)*\.)?(dummy\.example)/,
    'it does not end where the host does',
    ['open-regexp', 'insecure-origin'],
  ],
  [
    /(^|^[^:]+:\/\/|[^.]+\.)example\.online/,
    'it does not end where the host does',
    ['open-regexp', 'insecure-origin'],
  ],
]

/** The same expressions with https: and an end, as their authors meant them. */
const MEANT = [
  /^https:\/\/([a-z0-9-]+\.)*example\.com$/,
  /^https:\/\/.+\.figma\.com$/,
  /^https:\/\/([a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*\.)?dummy\.example(:\d+)?$/,
  /^https:\/\/(?:www\.|app\.)?example\.online$/,
  /^https:\/\/my-app(-[a-z0-9]+)?\.example\.up\.railway\.app$/,
]

describe('the expressions of real programs, with credentials', () => {
  it.each(SAFE)('accepts %s', (regexp) => {
    expect(codes(regexp)).toEqual([])
  })

  it.each(REFUSED)('refuses %s: %s', (regexp, _reason, expected) => {
    expect(codes(regexp)).toEqual(expected)
  })

  it.each(MEANT)('accepts what was meant: %s', (regexp) => {
    expect(codes(regexp)).toEqual([])
  })
})
