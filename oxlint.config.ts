import { defineConfig, type OxlintOverride } from 'oxlint'

/** Third-party machinery sits behind one workspace each; everybody else comes to it through that workspace. */
const machinery: Record<string, { packages: string[]; because: string }> = {
  database: {
    packages: ['kysely(/|$)', 'pg(/|$)', 'graphile-worker(/|$)'],
    because: 'Only packages/db speaks to PostgreSQL.',
  },
  charts: { packages: ['recharts(/|$)'], because: 'Only packages/renderer draws charts.' },
  dragging: {
    packages: ['@dnd-kit/', '@xyflow/'],
    because: 'Only packages/designer drags and draws graphs.',
  },
  platform: {
    packages: ['node:'],
    because: 'A pure package knows no platform: time, ids and I/O are handed in.',
  },
}

/** The table of ARCHITECTURE.md: what a workspace may import. `turbo boundaries` holds the same for what those import in turn. */
const mayImport: Record<string, string[]> = {
  schemas: [],
  'packages/metadata': ['schemas'],
  'packages/logic': ['schemas'],
  'packages/compiler': ['schemas', 'metadata', 'logic'],
  'packages/workflow': ['schemas', 'logic'],
  'packages/contract': ['schemas'],
  'packages/db': ['schemas', 'metadata', 'compiler', 'workflow', 'logic'],
  'packages/ui': [],
  'packages/renderer': ['ui', 'compiler', 'logic', 'metadata', 'contract', 'schemas'],
  'packages/designer': ['renderer', 'ui', 'metadata', 'logic', 'contract', 'schemas'],
  'apps/server': ['schemas', 'metadata', 'logic', 'compiler', 'workflow', 'contract', 'db'],
  'apps/web': ['ui', 'renderer', 'designer', 'contract', 'schemas', 'metadata', 'logic'],
  e2e: ['contract', 'testing'],
  templates: [],
}

const ours =
  'schemas metadata logic compiler workflow contract db ui renderer designer testing bench server web e2e'.split(
    ' ',
  )

const strangers = (workspace: string, isTest: boolean) => {
  const known = mayImport[workspace]
  if (!known) return []
  const self = workspace.split('/').at(-1) ?? workspace
  const welcome = [...known, self, ...(isTest ? ['testing'] : [])]
  const group = ours.filter((name) => !welcome.includes(name)).map((name) => `@pipewright/${name}`)
  const names = group.flatMap((name) => [name, `${name}/**`])
  return [{ group: names, message: `${workspace} may import ${welcome.join(', ') || 'no other workspace'}.` }]
}

const pure = [
  'packages/metadata',
  'packages/logic',
  'packages/compiler',
  'packages/workflow',
  'packages/contract',
]
const browser = ['packages/ui', 'packages/renderer', 'packages/designer', 'apps/web']
const development = ['packages/testing', 'packages/bench', 'e2e']
const platform = ['schemas', 'packages/db', 'apps/server', 'templates', 'scripts', ...development]

const allowed: Record<string, string[]> = {
  database: ['packages/db', 'packages/testing', 'packages/bench'],
  charts: ['packages/renderer'],
  dragging: ['packages/designer'],
  platform,
}

const machineryForbiddenIn = (workspace: string, exceptions: string[]) =>
  Object.entries(machinery)
    .filter(([name]) => !allowed[name]?.includes(workspace) && !exceptions.includes(name))
    .map(([, { packages, because }]) => ({ regex: `^(${packages.join('|')})`, message: because }))

/** Names that are not imported, with what stands in their place. */
const replaced = {
  antd: {
    names: ['App'],
    because:
      'Messages, notices and questions are said by useSay of @pipewright/ui, whose code loads after the page.',
  },
  // What follows writes SQL by hand.
  kysely: {
    names: ['sql'],
    because: 'Raw SQL, names and literals never come into a built query: bind values, look names up (IN-03).',
  },
  '@pipewright/db': {
    names: [
      'compiled',
      'engineQuery',
      'prepared',
      'quoteIdent',
      'quoteTable',
      'runQuery',
      'systemQuery',
      'toStatement',
    ],
    because: 'Records are read and written through packages/db, which merges the rights of who asks (AZ-01).',
  },
}

const paths = Object.entries(replaced).map(([name, { names, because }]) => ({
  name,
  importNames: names,
  message: because,
}))

const forbidding = (files: string[], workspace: string, isTest: boolean): OxlintOverride => {
  // Tests of pure and browser packages may read files, and tests of the server may look into its database.
  const exceptions = isTest ? ['platform', 'database'] : []
  const patterns = [...machineryForbiddenIn(workspace, exceptions), ...strangers(workspace, isTest)]
  const options = isTest ? { patterns } : { patterns, paths }
  return { files, rules: { 'no-restricted-imports': ['error', options] } }
}

const workspaces = [pure, browser, platform].flat()
const restricted = workspaces.flatMap((workspace) => [
  forbidding([`${workspace}/**/*.{ts,tsx}`], workspace, false),
  forbidding([`${workspace}/**/*.test.{ts,tsx}`, `${workspace}/vite.*.ts`], workspace, true),
])

const tests = [
  '**/src/testing/**',
  '**/*.test.ts',
  '**/*.test.tsx',
  'e2e/**/*.ts',
  'packages/testing/**/*.ts',
]
const configs = [
  '**/*.config.ts',
  'packages/testing/src/database-setup.ts',
  'e2e/setup/test-database.ts',
  '**/*.d.ts',
]

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: [
    '**/generated/**',
    '**/dist/**',
    '**/node_modules',
    'test-results/**',
    'soak-results/**',
    'playwright-report/**',
  ],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/only-throw-error': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    // Text is counted in code points on purpose, which is what spreading a string gives.
    'typescript/no-misused-spread': 'off',
    // Both speak of values of type unknown, which the code around them has narrowed by other means.
    'typescript/no-base-to-string': 'off',
    'typescript/unbound-method': 'off',
    'jsx-a11y/no-autofocus': 'off',
    // Virtual tables and boards have no native element.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'react/react-in-jsx-scope': 'off',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    // A sentence in a helper of the test expects too, which this rule cannot see.
    'vitest/expect-expect': 'off',
  },
  overrides: [
    { files: ['**/*.tsx'], rules: { 'max-lines': ['error', { max: 150 }] } },
    ...restricted,
    {
      // Whoever runs a statement here would go past the rights of who asks (AZ-01).
      files: ['apps/server/src/**/*.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          ...['database', 'tx', 'connection', 'session'].map((object) => ({ object, property: 'query' })),
        ],
      },
    },
    {
      // A device may be in another zone than its member, and speak another language.
      files: browser.map((workspace) => `${workspace}/src/**/*.{ts,tsx}`),
      rules: {
        'no-restricted-properties': [
          'error',
          ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].map((property) => ({
            property,
            message:
              'A moment is said by the clock of the member (useMoment, useDay, Moment, formatDateTime), a number by useCount or formatNumber.',
          })),
        ],
      },
    },
    {
      // Looks at the server, never at records.
      files: [
        'apps/server/src/start/check-database.ts',
        'apps/server/src/web/health.ts',
        'apps/server/src/**/*.test.ts',
      ],
      rules: { 'no-restricted-properties': 'off' },
    },
    {
      files: tests,
      rules: {
        'max-lines': 'off',
        'max-lines-per-function': 'off',
        'typescript/no-non-null-assertion': 'off',
      },
    },
    // Lists of words are as long as they are.
    { files: ['scripts/sample-data/words/**'], rules: { 'max-lines': 'off' } },
    { files: configs, rules: { 'import/no-default-export': 'off' } },
    // Journeys print what they measured, and the `use` of their fixtures is Playwright's, not React's.
    { files: ['e2e/**'], rules: { 'no-console': 'off', 'react/rules-of-hooks': 'off' } },
    // These talk to a person at a terminal.
    {
      files: ['scripts/**', 'schemas/generate.ts', 'packages/bench/**', 'templates/**'],
      rules: { 'no-console': 'off' },
    },
  ],
})
