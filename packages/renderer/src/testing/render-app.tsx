import type { RecordAnswer, Values } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { createInstance } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import type { RendererData } from '../environment/renderer-data.ts'
import type { RendererEnvironment } from '../environment/renderer-environment.ts'
import { RendererProvider } from '../provider/renderer-provider.tsx'
import { addRendererTexts } from '../texts/renderer-texts.ts'
import { aDefinition, fullRights } from './sample-app.ts'

// jsdom lays nothing out, so it has no observer of sizes either.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export function aRecord(changes: Partial<RecordAnswer> = {}, values: Values = {}): RecordAnswer {
  return {
    id: 'record-1',
    version: 1,
    owner: null,
    department: null,
    created_at: '2026-11-01T00:00:00.000Z',
    created_by: null,
    updated_at: '2026-11-02T00:00:00.000Z',
    updated_by: null,
    deleted_at: null,
    locked_by: null,
    stage_since: null,
    title: 'A deal',
    values,
    titles: {},
    ...changes,
  }
}

const noData: RendererData = {
  queryRecords: () => Promise.resolve({ rows: [], next: null }),
  countRecords: () => Promise.resolve({ count: 0, exact: true }),
  searchRecords: () => Promise.resolve([]),
  searchTargets: () => Promise.resolve([]),
  suggestTags: () => Promise.resolve([]),
  getRecord: () => Promise.resolve(aRecord()),
  getTicks: () => Promise.resolve([]),
  setTick: () => Promise.resolve([]),
  createRecord: (_, values) => Promise.resolve(aRecord({ id: 'new', title: 'New' }, values)),
  uploadFile: () => Promise.reject(new Error('no files here')),
  listFiles: () => Promise.resolve([]),
  fileUrl: (id) => `/files/${id}`,
}

export interface AppOptions {
  readonly forms: readonly Form[]
  readonly locale?: 'en' | 'zh'
  readonly data?: Partial<RendererData>
  readonly changes?: Partial<RendererEnvironment>
}

let ids = 0
const newId = () => `n${(ids += 1)}`
const now = () => '2026-11-21T08:00:00.000Z'

export function anEnvironment({ forms, locale = 'en', data, changes }: AppOptions): RendererEnvironment {
  return {
    definition: aDefinition(...forms),
    rights: Object.fromEntries(forms.map((form) => [form.key, fullRights(form)])),
    locale,
    zone: 'Asia/Shanghai',
    me: 'me',
    department: null,
    people: [{ id: 'me', name: 'Li Na', department: null, active: true }],
    departments: [],
    data: { ...noData, ...data },
    now,
    newId,
    ...changes,
  }
}

/** Everything that stands above a component of this package. */
export function AppAround({
  environment,
  children,
}: {
  readonly environment: RendererEnvironment
  readonly children: ReactNode
}) {
  const texts = createInstance()
  void texts.use(initReactI18next).init({ lng: environment.locale, resources: {}, initAsync: false })
  addRendererTexts(texts)
  return (
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <AppProviders locale={environment.locale} theme="light">
          <RendererProvider environment={environment}>{children}</RendererProvider>
        </AppProviders>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

/** Draws a component inside an app over the given forms. */
export function renderApp(options: AppOptions, children: ReactNode) {
  return render(<AppAround environment={anEnvironment(options)}>{children}</AppAround>)
}
