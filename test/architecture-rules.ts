/**
 * What the files of a folder may import: other folders, single files, and packages. Single files are
 * those that the folders inside a folder import from it, such as the options of a policy.
 */
export interface Rule {
  readonly from: readonly string[]
  readonly packages: readonly (string | RegExp)[]
}

const NODE = /^node:/

/** By folder, or by file if it is directly in src/. A folder may always import itself. */
export const RULES: ReadonlyMap<string, Rule> = new Map([
  ['index.ts', { from: ['connect', 'connect/app-functions', 'policy.ts'], packages: [] }],
  ['policy.ts', { from: ['policy', 'policy/config/issues', 'policy/origins'], packages: [] }],
  [
    'testing.ts',
    {
      from: [
        'audit',
        'audit/asking',
        'audit/report',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'browser/verdict',
      ],
      packages: [],
    },
  ],
  ['fetch', { from: [], packages: [] }],
  [
    'policy',
    {
      from: [
        'policy/config',
        'policy/config/issues',
        'policy/config/origin',
        'policy/decide',
        'policy/decide/denial',
        'policy/origins',
      ],
      packages: [],
    },
  ],
  [
    'policy/config',
    {
      from: [
        'policy/options.ts',
        'policy/config/diagnosis',
        'policy/config/issues',
        'policy/config/origin',
        'policy/config/regexp',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/diagnosis',
    {
      from: ['policy/config/issues', 'policy/config/regexp', 'policy/origins', 'fetch'],
      packages: [],
    },
  ],
  [
    'policy/config/origin',
    {
      from: [
        'policy/config/diagnosis',
        'policy/config/issues',
        'policy/config/regexp',
        'policy/config/regexp/openings',
        'policy/origins',
      ],
      packages: [],
    },
  ],
  ['policy/config/issues', { from: ['policy/options.ts', 'fetch'], packages: [] }],
  [
    'policy/config/regexp',
    {
      from: [
        'policy/config/issues',
        'policy/config/regexp/openings',
        'policy/config/regexp/reading',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/regexp/openings',
    {
      from: [
        'policy/config/regexp/reading',
        'policy/config/regexp/slowness',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/config/regexp/slowness',
    { from: ['policy/config/regexp/reading', 'policy/origins'], packages: [] },
  ],
  ['policy/config/regexp/reading', { from: ['policy/origins'], packages: [] }],
  ['policy/origins', { from: ['fetch'], packages: [] }],
  [
    'policy/decide',
    {
      from: [
        'policy/decision.ts',
        'policy/options.ts',
        'policy/config',
        'policy/config/issues',
        'policy/config/origin',
        'policy/decide/denial',
        'policy/decide/preflight',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'policy/decide/denial',
    {
      from: [
        'policy/decision.ts',
        'policy/options.ts',
        'policy/decide/parsed-request.ts',
        'policy/config',
        'policy/config/issues',
        'policy/decide/preflight',
        'policy/origins',
        'fetch',
      ],
      packages: [],
    },
  ],
  ['policy/decide/preflight', { from: ['policy/options.ts', 'fetch'], packages: [] }],
  [
    'connect',
    {
      from: [
        'connect/app-functions',
        'policy',
        'policy/config',
        'policy/config/issues',
        'policy/decide',
        'policy/decide/denial',
      ],
      packages: [NODE, 'vary', 'tldts', 'connect/names-above-suffixes.json'],
    },
  ],
  [
    'connect/app-functions',
    {
      from: [
        'connect/debug-log.ts',
        'connect/response-headers.ts',
        'connect/source.ts',
        'policy',
        'policy/config',
        'policy/config/issues',
        'policy/config/regexp',
        'policy/decide',
      ],
      packages: [NODE],
    },
  ],
  [
    'browser',
    {
      from: ['browser/algorithms', 'browser/verdict', 'browser/transport', 'fetch'],
      packages: [],
    },
  ],
  ['browser/algorithms', { from: ['fetch'], packages: [] }],
  ['browser/verdict', { from: ['browser/algorithms', 'fetch'], packages: [] }],
  ['browser/transport', { from: ['browser/algorithms', 'fetch'], packages: [NODE] }],
  [
    'browser/messages',
    {
      from: [
        'browser/algorithms',
        'browser/messages/reading',
        'browser/messages/wordings',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'browser/messages/wordings',
    {
      from: [
        'browser/messages/explanation.ts',
        'browser/messages/topics.ts',
        'browser/messages/reading',
      ],
      packages: [],
    },
  ],
  [
    'browser/messages/reading',
    { from: ['browser/messages/explanation.ts', 'browser/messages/topics.ts'], packages: [] },
  ],
  ['cli.ts', { from: ['cli'], packages: [NODE] }],
  [
    'cli',
    {
      from: ['cli/arguments', 'cli/commands', 'cli/report', 'fetch'],
      packages: [NODE, '../package.json'],
    },
  ],
  [
    'cli/arguments',
    {
      from: [
        'policy/config',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'fetch',
      ],
      packages: [NODE],
    },
  ],
  [
    'cli/check',
    {
      from: [
        'cli/arguments',
        'cli/report',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/verdict',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'cli/commands',
    {
      from: [
        'cli/command.ts',
        'cli/arguments',
        'cli/check',
        'cli/report',
        'ui',
        'audit',
        'audit/report',
        'browser/messages',
        'browser/verdict',
        'fetch',
      ],
      packages: [NODE],
    },
  ],
  ['ui', { from: ['ui/form', 'ui/tabs'], packages: [NODE] }],
  ['ui/form', { from: ['browser/algorithms', 'fetch'], packages: [] }],
  [
    'ui/tabs',
    {
      from: [
        'ui/form',
        'ui/options-text',
        'ui/write',
        'audit',
        'audit/report',
        'connect',
        'policy',
        'policy/config/issues',
        'browser',
        'browser/algorithms',
        'browser/messages',
        'browser/transport',
        'browser/verdict',
        'fetch',
      ],
      packages: [],
    },
  ],
  ['ui/options-text', { from: ['policy/config/issues', 'fetch'], packages: [] }],
  ['ui/write', { from: ['ui/form', 'ui/options-text', 'browser/verdict'], packages: [] }],
  [
    'cli/report',
    {
      from: ['cli/command.ts', 'cli/arguments', 'audit/asking', 'browser/algorithms'],
      packages: [NODE],
    },
  ],
  [
    'audit',
    {
      from: [
        'audit/asking',
        'audit/probes',
        'audit/report',
        'browser/algorithms',
        'browser/transport',
        'fetch',
      ],
      packages: [],
    },
  ],
  [
    'audit/asking',
    {
      from: ['browser', 'browser/algorithms', 'browser/transport', 'browser/verdict', 'fetch'],
      packages: [],
    },
  ],
  [
    'audit/probes',
    { from: ['audit/asking', 'audit/report', 'browser/algorithms', 'fetch'], packages: [] },
  ],
  ['audit/report', { from: ['audit/asking', 'browser/algorithms', 'fetch'], packages: [] }],
])
