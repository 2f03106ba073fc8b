import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isPublicSuffix } from '../../../../../src/connect/public-suffix.js'
import { judgeRegExp } from '../../../../../src/policy/config/regexp/judge-regexp.js'
import { plainRegExp } from '../../../../../src/policy/config/regexp/plain-regexp.js'
import { ALPHABET } from '../../../../../src/policy/config/regexp/reading/alphabet.js'
import { parseRegExp } from '../../../../../src/policy/config/regexp/reading/syntax.js'
import { configErrorOf } from '../../untyped.js'

const context = { credentials: true, isPublicSuffix }

/** Names that somebody who has many of them joins. */
function tenants(count: number): string {
  return Array.from({ length: count }, (_, i) => `tenant-${i}`).join('|')
}

/** For flags that TypeScript does not know yet. */
function made(source: string, flags: string): RegExp {
  return new RegExp(source, flags)
}

function codes(regexp: RegExp): string[] {
  return judgeRegExp(regexp, context).findings.map(({ code }) => code)
}

describe('expressions that let strangers in', () => {
  it.each<[RegExp, string, string | null]>([
    [/^.*$/, 'any-origin', 'https://evil.test'],
    [/^https?:\/\/.+$/, 'any-origin', 'https://evil.test'],
    [/^http:\/\/.+$/, 'any-origin', 'http://evil.test'],
    [/^https:\/\/app\.example\.com$|^https:\/\/.*$/, 'any-origin', 'https://evil.test'],
    [/^https?:\/\/app\.example\.com$/, 'insecure-origin', 'http://app.example.com'],
    [/^http:\/\/.+\.example\.com$/, 'insecure-origin', 'http://a.example.com'],
    [/^http:\/\/203\.0\.113\.46(:\d+)?$/, 'insecure-origin', 'http://203.0.113.46'],
    [/^http:\/\/127\.io$/, 'insecure-origin', 'http://127.io'],
    [/^https:\/\/.*example\.com$/, 'open-regexp', 'https://evilexample.com'],
    [/^https:\/\/app.example.com$/, 'open-regexp', 'https://app-example.com'],
    [/^https:\/\/\w+.example.com$/, 'open-regexp', 'https://aevilexample.com'],
    [/^https:\/\/app\.example\.com.*$/, 'open-regexp', 'https://app.example.com.evil.test'],
    [/^https:\/\/app\.example\.com/, 'open-regexp', 'https://app.example.com.evil.test'],
    [/https:\/\/app\.example\.com$/, 'open-regexp', 'ahttps://app.example.com'],
    [/^https:\/\/evil\.[xy]*$/, 'open-regexp', 'https://evil.x'],
    [/^capacitor:\/\/localhost$/, 'open-regexp', 'capacitor://localhost'],
    [/^https:\/\/app[.-]example\.com$/, 'open-regexp', 'https://app-example.com'],
    [/^https:\/\/(a)\1\.com$/, 'open-regexp', 'https://aa.com'],
    [/(?<=https:\/\/app\.)example\.com$/, 'open-regexp', 'ahttps://app.example.com'],
    [/^https:\/\/.*(?<=^https:\/\/example\.com)$/, 'open-regexp', 'https://example.com'],
    [/^https:\/\/(?!(a|b)\1)[a-c]b\.com$/, 'open-regexp', 'https://ab.com'],
    [/^(?=https:\/\/[a-z.]*$).*\.io/, 'open-regexp', 'https://a.io.evil.test'],
    [/^https:\/\/example\.com(?!:)/, 'open-regexp', 'https://example.com.evil.test'],
    [/^(?=https)http:\/\/a\.com$|^http:\/\/(?!b)[a-c]\.com/, 'insecure-origin', 'http://a.com'],
    [/^https?:\/\/(?=.*\.example\.com)(?!.*z)app/, 'insecure-origin', 'http://app.example.com'],
    [/^https:\/\/[a-z]+(?<!b)\.com$/, 'public-suffix-wildcard', 'https://evil.com'],
    [/^https:\/\/(?!(?=[^e]))[a-z]+\.com$/, 'public-suffix-wildcard', 'https://evil.com'],
    [/^https:\/\/\[[\da-f:]+\]$/, 'open-regexp', 'https://[2001:db8::1]'],
    [/^http:\/\/10\.0\.0\.5:\d{4}$/, 'insecure-origin', 'http://10.0.0.5:1000'],
    [/^http:\/\/10\.\d{3}\.2[0-4]\d\.25\d$/, 'open-regexp', 'http://10.100.200.250'],
    [/^https?:\/\/a\.1x$/, 'insecure-origin', 'http://a.1x'],
    [/^https:\/\/a{70}\.com$/, 'open-regexp', `https://${'a'.repeat(70)}.com`],
    [/^https:\/\/192\.0\.2\.\d$/, 'open-regexp', 'https://192.0.2.0'],
    [/^https:\/\/\[2001:db8::[12]\]$/, 'open-regexp', 'https://[2001:db8::1]'],
    [/\.vercel\.app$/, 'public-suffix-wildcard', 'https://evil.vercel.app'],
    [/^https:\/\/[a-z0-9-]+\.vercel\.app$/, 'public-suffix-wildcard', 'https://evil.vercel.app'],
    [
      /^https:\/\/myapp-[a-z0-9]+-myteam\.vercel\.app$/,
      'public-suffix-wildcard',
      'https://myapp-evil-myteam.vercel.app',
    ],
    [/^https:\/\/[a-z]+\.com$/, 'public-suffix-wildcard', 'https://evil.com'],
    [/^https:\/\/.*up\.railway\.app$/, 'public-suffix-wildcard', 'https://evil.up.railway.app'],
  ])('refuses %s as %s and shows %s', (regexp, code, attacker) => {
    const { findings } = judgeRegExp(regexp, context)
    expect(findings).toContainEqual(expect.objectContaining({ code, attacker }))
  })

  it.each<[RegExp, string | null]>([
    [/^(?:a{300}){21}$/, null],
    [new RegExp(`^https://(?:${tenants(3000)})\\.example\\.com$`), 'https://tenant-0.example.com'],
    [/^https:\/\/(evil|b)\1\.example\.\1\.com$/, 'https://evilevil.example.evil.com'],
    [/^https:\/\/(?<name>ev|il)-\k<name>\b.com$/, 'https://ev-ev-com'],
    [/(?<!(?=a).)\.localhost\.a[a-z]+?$/, 'https://x.localhost.aa'],
    [/^https:\/\/(ev)x\1(?=x|z)[xy]\.com$/, 'https://evxevx.com'],
    [made('^https://[\\q{\\x61bc|de}]\\.com$', 'v'), 'https://de.com'],
    [/^https:\/\/(ev)(?!z)x{1,2}\1[cd]?\.com$/, 'https://evxev.com'],
  ])('refuses %s, which it cannot judge, and shows %s', (regexp, attacker) => {
    expect(judgeRegExp(regexp, context).findings).toEqual([
      { code: 'open-regexp', attacker, isUncertain: true },
    ])
    expect(judgeRegExp(regexp, { credentials: false }).findings).toEqual([])
  })

  it.each<[RegExp, string[]]>([
    [/^https:\/\/é\.example\.com$/, []],
    [/^https:\/\/App\.example\.com$/, ["'https://app.example.com'"]],
    [/^https:\/\/app\.example\.com\/$/, ["'https://app.example.com'"]],
    [/^https:\/\/app\.example\.com:443$/, []],
    [/^https:\/\/app\.example\.com:0\d$/, []],
    [/^https:\/\/a\.com$b/, []],
    [/^(?!https:)https:\/\/app\.example\.com$/, ["'https://app.example.com'"]],
    [/^https:\/\/app\.(?<!app\.)example\.com$/, ["'https://app.example.com'"]],
    [/^https:\/\/app\.example\.com(?=:)$/, ["'https://app.example.com'"]],
    [/^https?:\/\/app\.256\.0\.1$/, []],
    [/^https?:\/\/1\.2\.3\.4\.$/, []],
    [/^http:\/\/1\.2\.3\.4\.5$/, []],
    [/\/$/, []],
  ])('refuses %s, which matches no origin, and prints %s', (regexp, fixes) => {
    const found = judgeRegExp(regexp, context)
    expect(found.findings).toEqual([{ code: 'origin-invalid', attacker: null }])
    expect(found.fixes.map(typed)).toEqual(fixes)
    expect(judgeRegExp(regexp, { credentials: false }).findings).toEqual([])
  })

  it('refuses one with more ways than it can follow', () => {
    const { findings } = judgeRegExp(new RegExp(`(?:${tenants(300)})[a-z]?x$`), context)
    expect(findings.map(({ code }) => code)).toContain('open-regexp')
  })

  it('treats every host as one under which anyone can register if it has no list', () => {
    const regexp = /^https:\/\/[a-z]+\.example\.com$/
    expect(judgeRegExp(regexp, { credentials: true })).toEqual({
      findings: [
        {
          code: 'public-suffix-wildcard',
          attacker: 'https://evil.example.com',
          suffix: 'example.com',
        },
      ],
      fixes: [],
    })
  })

  it('finds nothing wrong without credentials', () => {
    expect(judgeRegExp(/^.*$/, { credentials: false })).toEqual({ findings: [], fixes: [] })
  })
})

describe('expressions that are safe', () => {
  it.each([
    /^https:\/\/app-\d+\.example\.com$/,
    /^https:\/\/([a-z0-9-]+\.)*example\.com(:\d+)?$/,
    /^http:\/\/localhost(:\d+)?$/,
    /^https?:\/\/localhost(:\d+)?$/,
    /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/,
    /^http:\/\/127\.0\.0\.\d+(:\d+)?$/,
    /^https?:\/\/\[::1\](:\d+)?$/,
    /^http:\/\/[a-z]+\.localhost:3000$/,
    /^https:\/\/(app|admin)\.(example\.com|EXAMPLE\.org)$/i,
    /^https:\/\/.*\.example\.com$/,
    /^https:\/\/[^.]+\.example\.com$/,
    /^https:\/\/(?:www\.)?example\.co\.uk\.?$/,
    /^https:\/\/(a|b)\.vercel\.app$/,
    /^https:\/\/203\.0\.113\.46(:\d+)?$/,
    /^https:\/\/\[2001:db8::1\](:\d+)?$/,
    /^https:\/\/(?!evil)[a-z]+\.example\.com$/,
    /^https:\/\/example\.com(?!.)/,
    /^https:\/\/example\.com(?![\s\S])/,
    /^https:\/\/(?:a|b)\.example\.com(?=$)/,
    /^https:\/\/(?=app\.example\.com$).*$/,
    /^(?!http:)https?:\/\/(?:a|b)\.example\.com$/,
    /(?<=^https:\/\/app\.)example\.com$/,
    /^https:\/\/[a-z]+(?<!evil)\.example\.com$/,
    /^https?:\/\/(?<!http:\/\/)example\.com$/,
    /^https?:\/\/(?<=s:\/\/)example\.com$/,
    /^https:\/\/[a-zäöü]+\.example\.com$/,
    /(^https:\/\/a\.com$|^https:\/\/b\.com$)/,
    /^https:\/\/(?:a|b|c){1,20}\.example\.com$/,
    made('^https://(?<name>[\\w\\-]+)\\.\\x65xample\\.com\\b$', 'v'),
    /^https:\/\/\u{61}pp\.e{1}xample\.com$/u,
    /^https:\/\/\ud83d\ude00?app\.example\.com$/u,
    made('^https://[[a]]\\.example\\.com$', 'v'),
    made('^https://[\\q{a|b}]\\.example\\.com$', 'v'),
    made('^https://[\\q{ABC|de}]\\.com$', 'v'),
    /^https:\/\/[A-Z]?[a-z]{2,}\.example\.com$/,
  ])('accepts %s', (regexp) => {
    expect(codes(regexp)).toEqual([])
  })
})

describe('slow expressions', () => {
  const slow = [
    /^https:\/\/([a-z0-9]+)+\.example\.com$/,
    /^https:\/\/(?:[a-z0-9-]+\.?)+\.example\.com$/,
    /^https:\/\/(.*\.)*example\.com$/,
    /^(a*)*$/,
    /^(?:a|a)*b$/,
    /^(?:abcdefg|abcd|efg)*$/,
    /^(?=(a+)+b)a/,
    /^https:\/\/(?:[a-z0-9-]+\.?)+(?=\.example\.com)/,
    /^https:\/\/(?:w+)+(?=\.example\.com)/,
    /^https:\/\/(?:\w+-?)+(?<=\.com)/,
    /^https:\/\/(?:\w+\.?)+(?<!.)/,
    /^https:\/\/(?:\w+\.?)+(?!.)/,
    /([\w-]+\.?)+(?<=\.example\.com)(?::\d+)?/,
    /^https:\/\/(?:[-]|[-.])*\b/,
    /^https:\/\/(?:[-]|[-.])*\B/,
    /^https:\/\/(b)(?:a|a)*\1/,
    made('^https://(?:a|a)*[\\q{b|cd}]', 'v'),
    /^https:\/\/[a-z]*[a-z]*[a-z]*[a-z]*\.com$/,
    /.*.*x$/,
    /([a-z]{0,63}){4}\.com$/,
    /^https:\/\/(?:[a-z0-9]{1,30}-?){1,30}\.example\.com$/,
    /^https:\/\/([a-z]{1,63}\.?){1,10}example\.com$/,
    /^https:\/\/([a-z0-9-]{1,63}-?){1,5}\.example\.com$/,
    /^https:\/\/([a-z]{1,20}){1,20}!$/,
    /^(a?){300}$/,
    /(?:a?){100000}x/,
    /^https:\/\/([\w-]+)-([\w-]+)-([\w-]+)\.x$/,
    /^https:\/\/[a-z]{100}[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*!$/,
    /^https:\/\/[a-z]+\.preview-[a-z0-9-]*[a-z-]*[a-z-]*[a-z-]*[a-z-]*\.example\.com$/,
    /^https:\/\/[a-z]+\.preview(?![a-z]*[a-z]*[a-z]*[a-z]*[a-z]*q$)[a-z]*\.example\.com$/,
    /^https:\/\/[a-z-]+\.example\.com(?<!q.*.*.*.*)$/,
    /^https:\/\/[a-z-]+\.example\.com$(?<!z.*.*.*.*.*.*)/,
    /(?<!A.*.*.*.*.*)\.example\.com$/,
    /(?<!$(?:a?|b){9}\B\w*)\.example\.com$/,
    /(?<!(?:^|!)(?:(?<=x)\w*){9}!)\.example\.com$/,
    /^https:\/\/(?:a(?!a*a*a*q))*/,
    /^https:\/\/a(?:b*b*b*b*b*b*c)?/,
    /^https:\/\/(?:a.|a.|b.|b.|c.|c.|d.|d.|q[a-z]*[a-z]*[a-z]*[a-z]*!)$/,
    /[\s\S]{0,300}[\s\S]{0,300}x/,
    /^https:\/\/([a-z0-9]+)+\.exämple\.com$/,
    /^https:\/\/(?:😀|([a-z0-9]+)+)\.example\.com$/u,
    made('^https://([[a-z]]+)+\\.example\\.com$', 'v'),
    made('^https://([\\q{a|b}c]+)+\\.example\\.com$', 'v'),
    /^https:\/\/(?:example?[a-z]?abc|\w)*x/,
    /^https:\/\/(?:[^.]*example(?:[a-z]{0,5}bb))*x/,
    /^(?:(?:-{2}){2}abc(?:(?:[a-z0-9-]){2}|example+){0,5})+\.x$/,
    /^(?:--abc(?:[a-z0-9-]{2}){0,5})+!$/,
    new RegExp(`^https://${'[a-z]?'.repeat(40)}!`),
    new RegExp(`^https://${'(a|a)'.repeat(30)}\\.example`),
    new RegExp(`^https://${'(\\w|\\d)'.repeat(30)}\\.example`),
  ]
  it.each(slow)('refuses %s with and without credentials', (regexp) => {
    expect(codes(regexp)).toEqual(['regexp-slow'])
    const { findings } = judgeRegExp(regexp, { credentials: false })
    expect(findings).toEqual([{ code: 'regexp-slow', attacker: null, isUncertain: false }])
  })

  const any = Array.from('abcdefghijklmnopqrstuvwxyz0123456789').join('|')
  const names = Array.from({ length: 3000 }, (_, i) => `name-${i}b*c*d*`).join('|')
  it.each([
    ['(a+)+ and more states than are read', `^(a+)+$|${'x{300}'.repeat(21)}`],
    ['(a+)+ and more characters than are read', `${'x'.repeat(100_001)}|^(a+)+$`],
    ['more groups than are read', `${'('.repeat(101)}(a+)+${')'.repeat(101)}`],
    ['many repetitions of many', '(?:[a-z]{1,63}\\.){1,90}x$'],
    ['empty repetitions of repetitions', '^((((){300}){300}){300})*$'],
    ['choices at any place', `${`(?:${any})`.repeat(8)}x$`],
    ['choices in a repetition', `^https:\\/\\/(?:${names})*\\.example\\.com$`],
  ])('refuses what it cannot tell the time of: %s', (_what, source) => {
    const findings = [{ code: 'regexp-slow', attacker: null, isUncertain: true }]
    for (const credentials of [false, true]) {
      const found = judgeRegExp(new RegExp(source), { credentials, isPublicSuffix }).findings
      expect(found).toEqual(findings)
    }
  })

  it.each(['^https://(?:[a-z0-9]{1,30}-?){1,30}\\.example\\.com$', '^(a+)+$|'.repeat(9000)])(
    'are not allowed by an acknowledgement',
    (source) => {
      const options = {
        origin: new RegExp(source),
        credentials: true,
        dangerouslyAllow: ['any-origin', 'open-regexp'] as const,
      }
      const codes = configErrorOf(options).issues.map(({ code }) => code)
      expect(codes).toContain('regexp-slow')
    },
  )

  it.each([
    /^https:\/\/([a-z0-9-]+\.)*example\.com(:\d+)?$/,
    /^https?:\/\/([a-zA-Z0-9]+([-,_][a-zA-Z0-9]+)*\.)+example\.com$/,
    /^(?:[a-z]+)+/,
    /^(a|b?)*$/,
    /^(?:ab|ac|z)*$/,
    /^((b?)?a)*$/,
    /^.*.*x$/,
    /^https:\/\/.*example.*\.com.*$/,
    /^(?:[a-z]{1,63}\.){1,8}example\.com$/,
    /^https?:\/\/(www\.)?[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]{1,6}\b([-a-z@:%_+.~#?&/=]*)$/,
    /^https:\/\/([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}example\.com$/,
  ])('accepts %s, which is not slow', (regexp) => {
    expect(judgeRegExp(regexp, { credentials: false }).findings).toEqual([])
  })
  it.each([`^https://(?:${tenants(3000)})\\.example\\.com$`, `(${tenants(300)})\\.example\\.com$`])(
    'takes long lists of names',
    (source) => {
      expect(judgeRegExp(new RegExp(source), { credentials: false }).findings).toEqual([])
    },
  )
})

/** A rule as it is typed. */
function typed(rule: string | RegExp): string {
  return typeof rule === 'string' ? `'${rule}'` : String(rule)
}

describe('fixes', () => {
  it.each<[RegExp, string[]]>([
    [/\.example\.com$/, ["'https://*.example.com'"]],
    [/^https?:\/\/app\.example\.com$/, ["'https://app.example.com'"]],
    [/example\.com$/, ["'https://example.com'", "'https://*.example.com'"]],
    [/^app\.example\.com$/, ["'https://app.example.com'"]],
    [/^(https?:\/\/)?app\.example\.com$/, ["'https://app.example.com'"]],
    [/localhost/, ["'http://localhost:*'"]],
    [/localhost*/, ["'http://localhost:*'"]],
    [/127.0.0.1*/, ["'http://127.0.0.1:*'"]],
    [/:\/\/localhost/, ["'http://localhost:*'"]],
    [/^https?:\/\/localhost/, ["'https://localhost:*'", "'http://localhost:*'"]],
    [/http:\/\/[a-z]+\.localhost$/, ["'http://*.localhost'"]],
    [/^https?:\/\/example{1}\.com$/, ["'https://example.com'"]],
    [/vercel\.app/, []],
    [/^.*$/, []],
    [/^https:\/\/.*example\.com$/, ["'https://example.com'", "'https://*.example.com'"]],
    [/^https:\/\/app.example.com$/, ["'https://app.example.com'"]],
    [/^https?:\/\/example\.com(:\d+)?$/, ["'https://example.com:*'"]],
    [/^https?:\/\/(?:a|b)\.example\.com$/, ["'https://a.example.com'", "'https://b.example.com'"]],
    [/^https?:\/\/app-\d+\.example\.com$/, ['/^https:\\/\\/app-\\d+\\.example\\.com$/']],
    [/app-[0-9]+.example.com/, ['/^https:\\/\\/app-[0-9]+\\.example\\.com$/']],
    [/^http:\/\/203\.0\.113\.46(:\d+)?$/, []],
    [/^https:\/\/myapp-[a-z0-9]+-myteam\.vercel\.app$/, []],
    [/^https:\/\/([a-z0-9]+)+\.example\.com$/, ["'https://*.example.com'"]],
    [/^https:\/\/.*--site\.netlify\.app$/, []],
    [/^chrome-extension:\/\/abc$/, ["'chrome-extension://abc'"]],
    [
      /^(capacitor:\/\/localhost|https:\/\/example\.com)$/,
      ["'capacitor://localhost'", "'https://example.com'"],
    ],
    [/^chrome-extension:\/\/[a-p]{32}$/, []],
    [/^ws:\/\/example\.com$/, []],
    [/^https:\/\/[ab]example\.com$/, []],
    [/^https:\/\/[a-z]{1,3}example\.com$/, []],
    [/^https?:\/\/[a-z]{1,63}\.example\.com$/, ["'https://*.example.com'"]],
    [/^https?:\/\/[ab]\.example\.com$/, ["'https://*.example.com'"]],
    [/^https?:\/\/example\.com:\d{4}$/, ["'https://example.com:*'"]],
    [/^https?:\/\/app-\d\.example\.com$/, ['/^https:\\/\\/app-\\d\\.example\\.com$/']],
    // A pattern would let in the subdomain that is kept out.
    [
      /^https?:\/\/(?!admin\.)[a-z]+\.example\.com$/,
      ['/^https:\\/\\/(?!admin\\.)[a-z]+\\.example\\.com$/'],
    ],
    [/^https:\/\/(?!untrusted\.).*example\.com$/, []],
    [/^https:\/\/é\.example\.com$/, []],
    [/^https:\/\/App\.example\.com/, ["'https://app.example.com'"]],
    [/^https?:\/\/(?:a|b)?(?:c|d)?(?:e|f)?(?:g|h)?(?:a|b)?\.example\.com$|(?:^x)/, []],
  ])('prints for %s: %s', (regexp, fixes) => {
    expect(judgeRegExp(regexp, context).fixes.map(typed)).toEqual(fixes)
  })

  it('prints none that would be refused in turn', () => {
    const sources = [
      'app-\\d+.example.com',
      'a.*b\\.vercel\\.app',
      '^http:\\/\\/x\\d\\.io',
      'foo\\d',
    ]
    const printed = sources.flatMap((source) =>
      judgeRegExp(new RegExp(source), context).fixes.map(typed),
    )
    expect(printed).toEqual(['/^https:\\/\\/app-\\d+\\.example\\.com$/'])
  })
})

describe('the parser', () => {
  /** The characters of the first item, and how many items there are. */
  function read(source: string, flags: string): [string, number] | null {
    const syntax = parseRegExp({ source, flags })
    if (syntax?.type !== 'sequence') return null
    const [first] = syntax.items
    return [
      first?.type === 'characters' ? first.characters : String(first?.type),
      syntax.items.length,
    ]
  }

  it.each<[string, string, [string, number] | null]>([
    [')', '', ['sequence', 1]],
    ['*', '', null],
    ['(?!\\c?)a', '', null],
    ['\\k<|a|>', '', null],
    ['\\k', '', null],
    ['(?<a>b)\\k<a>', '', ['sequence', 2]],
    ['[^a]', 'v', [`${ALPHABET.replace('a', '')}a`, 1]],
    ['(?#a)', '', null],
    ['é', '', ['', 1]],
    ['😀', '', ['', 2]],
    ['😀', 'u', ['', 1]],
    ['😀?', 'v', ['repeat', 1]],
    ['\\ud83d\\ude00', '', ['', 2]],
    ['\\ud83d\\ude00', 'u', ['', 1]],
    ['\\ud83d', 'u', ['', 1]],
    ['ſ', 'i', ['', 1]],
    ['ſ', 'iu', ['s', 1]],
    ['[[a-c]&&[^b]]', 'v', ['ac', 1]],
    ['[[[a]]]', 'v', ['a', 1]],
    ['[[[[a]]]]', 'v', null],
    ['[\\q{a|bc}]', 'v', ['sequence', 1]],
    ['[\\q{a|é}]', 'v', ['sequence', 1]],
    ['A(?i:a)', '', ['a', 2]],
    ['A(?-i:a)', 'i', ['a', 2]],
    ['[^a](?s-im:a)', 'i', [ALPHABET.slice(1), 2]],
  ])('reads %s with the flags "%s"', (source, flags, expected) => {
    expect(read(source, flags)).toEqual(expected)
  })
})

describe('a domain that only a look-around writes out', () => {
  it('is shown as an origin that gets in, not as the only one that does', () => {
    expect(judgeRegExp(/^https:\/\/.*(?<=\.example\.com)$/, context).findings).toEqual([
      { code: 'open-regexp', attacker: 'https://a.example.com', isUncertain: true },
    ])
  })
})

describe('the memory of judgements', () => {
  it('gives the same judgement for the same expression and list', () => {
    const first = judgeRegExp(/^https:\/\/one\.example\.com$/, context)
    expect(judgeRegExp(/^https:\/\/one\.example\.com$/, { ...context })).toBe(first)
    expect(Object.isFrozen(first)).toBe(true)
  })

  it('asks another list anew', () => {
    const regexp = /^https:\/\/\w+\.another\.test$/
    expect(judgeRegExp(regexp, context).findings).toEqual([])
    expect(judgeRegExp(regexp, { credentials: true }).findings).toHaveLength(1)
  })

  it('forgets the oldest', () => {
    const first = judgeRegExp(/^https:\/\/two\.example\.com$/, context)
    for (let i = 0; i < 100; i++) judgeRegExp(new RegExp(`^https://${i}\\.example\\.com$`), context)
    expect(judgeRegExp(/^https:\/\/two\.example\.com$/, context)).not.toBe(first)
  })

  it('does not keep expressions of over 10,000 characters', () => {
    const long = new RegExp('x'.repeat(10_001))
    expect(judgeRegExp(long, context)).not.toBe(judgeRegExp(long, context))
  })

  it('is not affected by the flags g and y', () => {
    const regexp = /^https:\/\/.*example\.com$/gy
    regexp.lastIndex = 5
    expect(codes(regexp)).toEqual(['open-regexp'])
    expect(regexp.lastIndex).toBe(5)
  })
})

describe('plain copies', () => {
  it('copies a regular expression of another realm, or of a subclass', () => {
    class Named extends RegExp {}
    expect(plainRegExp(runInNewContext('/a/i'))).toEqual(/a/i)
    expect(plainRegExp(new Named('a', 'gi'))).toEqual(/a/gi)
  })

  it('refuses one that overrides test or exec, and what is not a regular expression', () => {
    class Never extends RegExp {
      override exec() {
        return null
      }
    }
    const test = Object.assign(/a/, { test: () => true })
    const values = [new Never('a'), test, 'a', null, {}, { source: 'a', flags: '' }]
    expect(values.map(plainRegExp)).toEqual(values.map(() => null))
  })
})
