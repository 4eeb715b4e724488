import { ProblemError, type App, type Change } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, it, vi } from 'vitest'
import { client } from '../queries/client.ts'
import { WorkspaceContext } from '../shell/workspace-context.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { ChangesPanel } from './changes-panel.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const lead: Form = {
  key: 'lead',
  label: { en: 'Lead', zh: '线索' },
  labelPlural: { en: 'Leads', zh: '线索' },
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: { en: 'Name', zh: '姓名' } },
    { type: 'text', key: 'phone', label: { en: 'Phone', zh: '手机' } },
  ],
  layout: { sections: [] },
}
const aChange = (id: string, given: Partial<Change>): Change => ({
  id,
  at: '2026-11-29T18:30:00.000Z',
  way: null,
  form: 'lead',
  kinds: ['update'],
  records: 1,
  record: { id: 'r', title: 'Ann' },
  fields: ['name', 'phone'],
  undone: false,
  last: id,
  ...given,
})
const changes = [aChange('one', {}), aChange('many', { kinds: ['create'], records: 3, record: null })]

function draw(locale: 'en' | 'zh', answers: readonly (() => unknown)[]) {
  const left = [...answers]
  vi.spyOn(client, 'call').mockImplementation((async () => left.shift()?.()) as never)
  const app = {
    workspace: { key: 'acme' },
    definition: { ...emptyDefinition({ en: 'Acme' }), forms: [lead] },
    member: { id: 'me', zone: 'Asia/Shanghai' },
    people: [],
  } as unknown as App
  const i18n = createInstance()
  const resources = { en: { web: en }, zh: { web: zh } }
  void i18n.use(initReactI18next).init({ lng: locale, ns: ['web'], resources })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <I18nextProvider i18n={i18n}>
        <AppProviders locale={locale} theme="light">
          <WorkspaceContext value={app}>
            <ChangesPanel onClose={() => undefined} />
          </WorkspaceContext>
        </AppProviders>
      </I18nextProvider>
    </QueryClientProvider>,
  )
}

it.each([
  ['en', 'Changed Ann: Name, Phone', 'Created 3 Leads'],
  ['zh', '修改了“Ann”：姓名、手机', '新建了 3 条线索'],
] as const)('says in %s what was changed, with its own marks', async (locale, one, many) => {
  draw(locale, [() => ({ changes, undo: null, redo: null })])
  expect(await screen.findByText(one)).toBeTruthy()
  expect(screen.getByText(many)).toBeTruthy()
})

it('says the time of the member, and the problem where there is one', async () => {
  const problem = { type: 'x', title: 'Too many requests.', status: 429, code: 'x', requestId: 'r' }
  draw('zh', [() => Promise.reject(new ProblemError(problem)), () => ({ changes, undo: null, redo: null })])
  await screen.findByText('Too many requests.')
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect((await screen.findAllByText('2026-11-30 02:30')).length).toBe(2)
})
