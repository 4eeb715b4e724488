import { ProblemError, type App, type Import, type ImportRows } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import { RendererProvider, type RendererEnvironment } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
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
  readAs: { encoding: 'utf-8', chosen: false },
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

interface Input {
  readonly query?: unknown
  readonly form?: FormData
}
type Answers = Readonly<Record<string, (input: Input) => unknown>>

function draw(answers: Answers, address = '?import=i') {
  vi.spyOn(client, 'call').mockImplementation((async (name: string, input: Input) =>
    (answers[name] ?? (() => ({ presets: [], imports: [] })))(input)) as never)
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
          <MemoryRouter initialEntries={[`/f/lead/import${address}`]}>
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

const byEncoding = (name: string, encoding: 'gb18030' | 'big5', chosen: boolean): Import => ({
  ...anImport('uploaded'),
  readAs: { encoding, chosen },
  columns: [{ column: 0, name, samples: ['Zoe'] }],
})
const misfit = new ProblemError({
  type: 'about:blank',
  title: 'The characters make no sense.',
  status: 422,
  code: 'encoding-misfit',
  requestId: 'r',
})

async function choose(name: string) {
  await userEvent.click(screen.getByRole('combobox', { name: 'Encoding of the file' }))
  await userEvent.click(await screen.findByTitle(name))
}

it('reads the file anew in the encoding that is chosen, and stays where it makes no sense in it', async () => {
  const wrong = byEncoding('め', 'gb18030', false)
  const right = byEncoding('客戶', 'big5', true)
  let now = wrong
  const again = [() => Promise.reject(misfit), () => (now = right), () => (now = wrong)]
  const asked: unknown[] = []
  const readImportAgain = ({ query, form: body }: Input) => {
    asked.push([query, body?.get('file')])
    return again.shift()?.()
  }
  draw({ createImport: () => now, getImport: () => now, readImportAgain }, '')
  const file = new File(['x'], 'leads.csv', { type: 'text/csv' })
  await waitFor(() => expect(document.querySelector('input[type=file]')).not.toBeNull())
  await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file)
  await screen.findByText('め')
  expect(screen.getByText('Automatic: Simplified Chinese (GBK, GB18030)')).toBeTruthy()
  await choose('Unicode (UTF-8)')
  await screen.findByText('The characters make no sense.')
  expect(screen.getByText('め')).toBeTruthy()
  expect(screen.queryByText('Automatic')).toBeNull()
  await choose('Traditional Chinese (Big5)')
  await screen.findByText('客戶')
  expect(screen.queryByText('The characters make no sense.')).toBeNull()
  await choose('Automatic')
  await screen.findByText('め')
  expect(asked).toEqual([
    [{ encoding: 'utf-8' }, file],
    [{ encoding: 'big5' }, file],
    [{}, file],
  ])
})

it('says how a file was read whose page was loaded anew, and that it has to be chosen again; nothing of a workbook', async () => {
  draw({ getImport: () => byEncoding('め', 'gb18030', false) })
  await screen.findByText(/^Read as Simplified Chinese \(GBK, GB18030\)\. .*choose the file again/)
  expect(screen.queryByRole('combobox', { name: 'Encoding of the file' })).toBeNull()
  await press('Choose the file again')
  await screen.findByText(en.uploadHint)
  cleanup()
  draw({ getImport: () => ({ ...anImport('uploaded'), readAs: null }) })
  await screen.findByRole('button', { name: 'Check' })
  expect(screen.queryByText(/^Read as/)).toBeNull()
})
