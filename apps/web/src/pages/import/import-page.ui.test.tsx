import { ProblemError, type App, type Import, type ImportRows } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import { RendererProvider, type RendererEnvironment } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { client } from '../../queries/client.ts'
import { WorkspaceContext } from '../../shell/workspace-context.ts'
import { en } from '../../texts/en.ts'

// The texts of this room are added to those that are there when it is opened.
await i18next.use(initReactI18next).init({ lng: 'en', ns: ['web'], resources: { en: { web: en } } })
const { ImportPage } = await import('./import-page.tsx')

// jsdom lays nothing out, so it has no observer of sizes either.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const noMedia = { matches: false, addEventListener() {}, removeEventListener() {} }
globalThis.matchMedia ??= () => noMedia as unknown as MediaQueryList

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const form: Form = {
  key: 'lead',
  label: { en: 'Lead' },
  labelPlural: { en: 'Leads' },
  titleField: 'name',
  fields: [{ type: 'text', key: 'name', label: { en: 'Name' } }],
  layout: { sections: [] },
}
const definition = { ...emptyDefinition({ en: 'Acme' }), forms: [form] }
const rights = {
  lead: { create: true, update: false, import: true, fields: { name: 'write' } },
} as unknown as App['rights']

const anImport = (state: Import['state']): Import => ({
  id: 'i',
  form: 'lead',
  fileName: 'leads.csv',
  state,
  rows: 1,
  records: 1,
  lines: 0,
  done: 0,
  bad: 0,
  refused: 0,
  warned: 0,
  columns: [{ column: 0, name: 'Name', samples: ['Zoe'] }],
  mapping: [{ column: 0, field: 'name' }],
  writes: { mode: 'create', by: [], empty: 'keep' },
  changed: 0,
  same: 0,
  alike: 0,
  undecided: 0,
  left: 0,
  skipBad: false,
  tell: false,
  files: null,
  preview: [],
  titles: {},
  differing: [],
  problems: [],
  warnings: [],
  error: null,
  change: null,
})
const ann: ImportRows = {
  rows: [{ row: 2, values: { name: 'Ann' }, record: null, was: null, alike: null, problems: [] }],
  titles: {},
  next: null,
}
const refused = new ProblemError({
  type: 'about:blank',
  title: 'This import is not at that step.',
  status: 409,
  code: 'import-state',
  requestId: 'r',
})

type Answers = Readonly<Record<string, () => unknown>>

function draw(answers: Answers) {
  vi.spyOn(client, 'call').mockImplementation((async (name: string) =>
    (answers[name] ?? (() => ({ presets: [], imports: [] })))()) as never)
  const app = {
    workspace: { key: 'acme', name: 'Acme', calendar: { weekStart: 1, fiscalMonth: 1 } },
    definition,
    rights,
    people: [],
    departments: [],
    member: { id: 'me' },
  } as unknown as App
  const environment = {
    definition,
    rights,
    locale: 'en',
    zone: 'UTC',
    people: [],
    departments: [],
    data: {},
    now: () => '2026-11-21T08:00:00.000Z',
  } as unknown as RendererEnvironment
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <I18nextProvider i18n={i18next}>
        <AppProviders locale="en" theme="light">
          <MemoryRouter initialEntries={['/f/lead/import?import=i']}>
            <WorkspaceContext value={app}>
              <RendererProvider environment={environment}>
                <Routes>
                  <Route path="/f/:form/import" element={<ImportPage />} />
                </Routes>
              </RendererProvider>
            </WorkspaceContext>
          </MemoryRouter>
        </AppProviders>
      </I18nextProvider>
    </QueryClientProvider>,
  )
  return queries
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('says that rows were not answered and asks for them again, instead of showing none', async () => {
  const answers = [() => Promise.reject(refused), () => ann]
  draw({ getImport: () => anImport('checked'), listImportRows: () => answers.shift()?.() })
  await screen.findByText('This import is not at that step.')
  expect(screen.queryByRole('table')).toBeNull()
  await press('Try again')
  expect(await screen.findByRole('cell', { name: 'Ann' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

it('says that an import was not answered', async () => {
  const answers = [() => Promise.reject(refused), () => anImport('checked')]
  draw({ getImport: () => answers.shift()?.(), listImportRows: () => ann })
  await screen.findByText('This import is not at that step.')
  await press('Try again')
  expect(await screen.findByRole('cell', { name: 'Ann' })).toBeTruthy()
})

it('is not put back by an answer that was asked for before the press on Check', async () => {
  let late: (job: Import) => void = () => undefined
  const answers: (() => unknown)[] = [
    () => anImport('uploaded'),
    () => new Promise<Import>((resolve) => (late = resolve)),
    () => anImport('checked'),
  ]
  const queries = draw({
    getImport: () => (answers.length > 1 ? answers.shift() : answers[0])?.(),
    checkImport: () => anImport('checking'),
    listImportRows: () => ann,
  })
  await screen.findByRole('button', { name: 'Check' })
  void queries.refetchQueries({ queryKey: ['import'] })
  await press('Check')
  await act(async () => late(anImport('uploaded')))
  expect(await screen.findByRole('cell', { name: 'Ann' })).toBeTruthy()
})
