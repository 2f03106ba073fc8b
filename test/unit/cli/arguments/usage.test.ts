import { describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.js'

const URL_ = 'http://localhost:9/orders'
const ORIGIN = ['--origin', 'http://localhost:5173']
const HELP = 'npx strict-cors check --help'

/** What is typed, the sentence, and what to type instead. */
const CASES: readonly (readonly [argv: readonly string[], sentence: string, type: string])[] = [
  [['chek'], 'There is no command "chek"; did you mean check?', 'npx strict-cors check'],
  [['help', 'chek'], 'There is no command "chek"; did you mean check?', 'npx strict-cors check'],
  [['deploy'], 'There is no command "deploy".', 'npx strict-cors --help'],
  [
    ['--verison'],
    'There is no option "--verison"; did you mean --version?',
    'npx strict-cors --version',
  ],
  [
    ['check'],
    'The URL is missing.',
    'npx strict-cors check http://localhost:3000/orders --origin http://localhost:5173',
  ],
  [
    ['check', 'localhost:9/orders?a=1&b=2'],
    'The origin of the page that makes the request is missing.',
    "npx strict-cors check 'http://localhost:9/orders?a=1&b=2' --origin http://localhost:5173",
  ],
  [
    ['check', URL_, 'PUT', ...ORIGIN],
    'There are 2 URLs, but one is expected; put quotes around what has spaces or & in it.',
    'npx strict-cors check http://localhost:3000/orders --origin http://localhost:5173',
  ],
  [['check', URL_, '--orgin', 'x'], 'There is no option "--orgin"; did you mean --origin?', HELP],
  [['check', URL_, '--method=PUT'], 'There is no option "--method"; did you mean --request?', HELP],
  [
    ['check', URL_, '--timeout', '5'],
    'There is no option "--timeout"; did you mean --max-time?',
    HELP,
  ],
  [['check', URL_, '-q'], 'There is no option "-q".', HELP],
  [['check', URL_, '--constructor'], 'There is no option "--constructor".', HELP],
  [['audit', URL_, '--data', 'x'], 'There is no option "--data".', 'npx strict-cors audit --help'],
  [['check', URL_, '--origin'], '--origin needs a value.', '--origin http://localhost:5173'],
  [['check', URL_, '--origin='], '--origin needs a value.', '--origin http://localhost:5173'],
  [['check', URL_, '-X', '-k', ...ORIGIN], '-X needs a value.', '-X PUT'],
  [['check', URL_, '-X', '--data=1', ...ORIGIN], '-X needs a value.', '-X PUT'],
  [
    ['check', URL_, ...ORIGIN, '-d', '-1'],
    '-d needs a value; one that begins with - follows an equals sign.',
    "--data='-1'",
  ],
  [
    ['check', URL_, ...ORIGIN, '-d', '--1'],
    '-d needs a value; one that begins with - follows an equals sign.',
    "--data='--1'",
  ],
  [
    ['check', URL_, ...ORIGIN, '--cacert', 'package.json'],
    'The file package.json has no certificate in PEM format.',
    '--cacert ca.pem',
  ],
  [
    ['check', URL_, '--credentials=no', ...ORIGIN],
    '--credentials takes no value.',
    '--credentials',
  ],
  [['check', URL_, ...ORIGIN, ...ORIGIN], '--origin is given twice; one is allowed.', HELP],
  [
    ['check', 'api.example.com/orders', ...ORIGIN],
    'The URL "api.example.com/orders" has no scheme.',
    'https://api.example.com/orders',
  ],
  [
    ['check', '/orders', ...ORIGIN],
    'The URL "/orders" has no scheme.',
    'http://localhost:3000/orders',
  ],
  [['check', ':3000', ...ORIGIN], 'The URL ":3000" has no scheme.', 'http://localhost:3000/orders'],
  [['check', 'http://a b/', ...ORIGIN], 'The URL "http://a b/" is not valid.', HELP],
  [
    ['check', 'ftp://a.example/', ...ORIGIN],
    'The URL "ftp://a.example/" has the scheme ftp:, but CORS works only for http: and https:.',
    HELP,
  ],
  [
    ['check', 'https://me:s3cret@a.example/', ...ORIGIN],
    'The URL has a user name or a password, which fetch() refuses; send a header instead.',
    "-H 'Authorization: Basic …'",
  ],
  ...[
    ['http://localhost:5173/', 'http://localhost:5173'],
    ['localhost:5173', 'http://localhost:5173'],
    ['HTTPS://App.example.com:443/path', 'https://app.example.com'],
    ['file:///home/me/index.html', 'null'],
    ['app.example.com', 'https://app.example.com'],
    ['app.example.com:8080/', 'https://app.example.com:8080'],
    ['*', 'http://localhost:5173'],
    ['about:blank', 'http://localhost:5173'],
  ].map(
    ([typed = '', instead]) =>
      [
        ['check', URL_, '--origin', typed],
        `"${typed}" is not an origin, which is a scheme, a host and, unless it is the default, a port.`,
        `--origin ${instead}`,
      ] as const,
  ),
  [
    ['check', URL_, ...ORIGIN, '-H', 'X-A 1'],
    '-H number 1 has no colon between the name and the value of the header.',
    "-H 'X-Request-Id: 1'",
  ],
  ...['X A: 1', 'Authorization Basic me:s3cret'].map(
    (typed) =>
      [
        ['check', URL_, ...ORIGIN, '-H', 'X-A: 1', '-H', typed],
        '-H number 2 has a name with a character that no header name has, such as a space or a colon.',
        HELP,
      ] as const,
  ),
  [
    ['audit', URL_, '-H', 'Authorization Bearer s3cret'],
    '-H number 1 has no colon between the name and the value of the header.',
    "-H 'X-Request-Id: 1'",
  ],
  [
    ['check', URL_, ...ORIGIN, '-b', 'a=1; s3cret'],
    'Cookie number 2 is not a cookie; write name=value, and "; " between two cookies.',
    HELP,
  ],
  [
    ['check', URL_, ...ORIGIN, '-H', 'X-A: s3cret€'],
    'The value of the header X-A has a character that fetch() refuses: a line break, NUL, or one outside ISO-8859-1.',
    HELP,
  ],
  [['check', URL_, ...ORIGIN, '-m', 'soon'], '"soon" is not a number of seconds.', '--max-time 5'],
  [['check', URL_, ...ORIGIN, '-m', '0'], '"0" is not a number of seconds.', '--max-time 5'],
  [
    ['check', URL_, ...ORIGIN, '-m', '9999999'],
    '"9999999" is not a number of seconds.',
    '--max-time 5',
  ],
  [
    ['check', URL_, ...ORIGIN, '--expect', 'ok'],
    '--expect must be shared or blocked, not "ok".',
    HELP,
  ],
  [
    ['check', URL_, ...ORIGIN, '--format', 'xml'],
    '--format must be text, json, junit or github, not "xml".',
    HELP,
  ],
  [
    ['check', URL_, ...ORIGIN, '-X', 'GET', '-d', 'x'],
    'A GET request cannot have a body; use another method.',
    HELP,
  ],
  [
    ['check', URL_, ...ORIGIN, '-X', 'TRACE'],
    'The method "TRACE" is forbidden; use another one.',
    HELP,
  ],
  [
    ['check', URL_, ...ORIGIN, '-d', '@/no/such/file'],
    "Cannot read a file: ENOENT: no such file or directory, open '/no/such/file'.",
    HELP,
  ],
  [
    ['check', URL_, '--file', 'checks.json'],
    'With --file, the URL is a member of each check in the file.',
    'npx strict-cors check --file checks.json',
  ],
  [
    ['check', '--file', 'checks.json', ...ORIGIN],
    'With --file, --origin is a member of each check in the file.',
    'npx strict-cors check --file checks.json',
  ],
  [
    ['audit'],
    'The URL is missing.',
    'npx strict-cors audit http://localhost:3000/orders --trust http://localhost:5173',
  ],
  ...[
    ['app.example.com', 'https://app.example.com'],
    ['https://app.example.com/', 'https://app.example.com'],
    ['localhost:5173', 'http://localhost:5173'],
    ['https://a.example, *.b.example', "https://a.example --trust 'https://*.b.example'"],
    ['a b]', 'https://app.example.com'],
  ].map(
    ([typed = '', instead]) =>
      [
        ['audit', URL_, '--trust', typed],
        `--trust must be an origin or a pattern such as https://*.example.com, not "${typed}".`,
        `--trust ${instead}`,
      ] as const,
  ),
  [
    ['audit', URL_, '--fail-on', 'info'],
    '--fail-on must be high, medium or low, not "info".',
    'npx strict-cors audit --help',
  ],
  [
    ['audit', URL_, '-H', 'Origin: https://a.example'],
    'Headers has Origin, which is different in every question; leave it out.',
    'npx strict-cors audit --help',
  ],
  [
    ['compare', URL_, ...ORIGIN],
    'Two URLs are compared, and there are 1.',
    'npx strict-cors compare http://localhost:3000/orders https://api.example.com/orders --origin https://app.example.com',
  ],
  [
    ['compare', URL_, URL_],
    'The origin of the page is missing.',
    'npx strict-cors compare http://localhost:3000/orders https://api.example.com/orders --origin https://app.example.com',
  ],
  [
    ['explain'],
    'There is no message to explain.',
    "npx strict-cors explain 'Access to fetch at …'",
  ],
]

describe('wrong usage', () => {
  it.each(CASES)('gets one sentence and what to type: %j', async (argv, sentence, type) => {
    expect(await runCommand(argv)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${sentence}\nType: ${type}\n`,
    })
  })

  it('prints no control character that was typed', async () => {
    const { stderr } = await runCommand(['check', '\u001b[31m/', ...ORIGIN])
    expect(stderr).toContain('"\\u001b[31m/"')
    expect(stderr.replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u)
  })
})
