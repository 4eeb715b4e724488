import type { App, Builder } from '@pipewright/contract'
import type { RendererData } from '@pipewright/renderer'
import { loadRendererTexts, rendererNamespace } from '@pipewright/renderer'
import type { AppDefinition } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { Designer } from '../designer.tsx'
// Loaded when first needed; here it is there from the start, so that no test waits for it.
import '../formula/code/formula-code.tsx'
import { designerNamespace, designerTexts } from '../texts/designer-texts.ts'
import { memoryApi } from './memory-api.ts'

const me = '00000000-0000-4000-8000-000000000001'

const anApp = (definition: AppDefinition): App => ({
  revision: 1,
  workspace: { key: 'acme', name: 'Acme', calendar: { weekStart: 1, fiscalMonth: 1 } },
  member: { id: me, name: 'Ann', department: null, roles: ['admin'], locale: 'en', zone: 'UTC' },
  definition,
  rights: {},
  may: { build: true, manageMembers: true, admin: true },
  people: [
    { id: me, name: 'Ann', department: null, active: true },
    { id: '00000000-0000-4000-8000-000000000002', name: 'Li Wei', department: null, active: true },
  ],
  departments: [],
  openTasks: 0,
  home: { own: null, role: null },
})

const nothing = () => Promise.reject(new Error('not asked for in these tests'))

const noRecords: RendererData = {
  queryRecords: nothing,
  countRecords: nothing,
  searchRecords: () => Promise.resolve([]),
  searchTargets: () => Promise.resolve([]),
  suggestTags: () => Promise.resolve([]),
  getRecord: nothing,
  getTicks: () => Promise.resolve([]),
  setTick: () => Promise.resolve([]),
  createRecord: nothing,
  uploadFile: nothing,
  listFiles: () => Promise.resolve([]),
  fileUrl: (id) => id,
}

/** jsdom has no layout, and Ant Design asks for what browsers have. */
function fillBrowser(): void {
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
    }) as unknown as MediaQueryList
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
}

/** The designer over a draft in memory, opened at a form. */
export async function drawDesigner(
  definition: AppDefinition,
  form: string,
  locale: 'en' | 'zh' = 'en',
  { builders = [] }: { readonly builders?: Builder[] } = {},
) {
  fillBrowser()
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: {
      en: { [designerNamespace]: designerTexts.en, [rendererNamespace]: await loadRendererTexts.en() },
      zh: { [designerNamespace]: designerTexts.zh, [rendererNamespace]: await loadRendererTexts.zh() },
    },
  })
  const api = memoryApi(definition, builders)
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AppProviders locale={locale} theme="light">
        <Designer
          app={anApp(definition)}
          api={api}
          records={noRecords}
          locale={locale}
          form={form}
          {...{ role: null }}
          onForm={() => {}}
          onClose={() => {}}
          onPublished={() => {}}
        />
      </AppProviders>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return { api, user }
}
