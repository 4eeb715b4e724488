import type { App, Task } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import { RendererProvider, type RendererEnvironment } from '@pipewright/renderer'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { client } from '../../queries/client.ts'
import { WorkspaceContext } from '../../shell/workspace-context.ts'
import { en } from '../../texts/en.ts'
import { zh } from '../../texts/zh.ts'
import { TaskCard } from './task-card.tsx'

// jsdom lays nothing out, so it has no observer of sizes either.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const at = '2026-11-21T08:00:00.000Z'
const task: Task = {
  id: 'task',
  run: 'run',
  workflow: 'approval',
  step: 'manager',
  form: 'quote',
  record: 'one',
  version: 1,
  title: 'Q-1',
  requestedBy: 'ann',
  at,
  comment: '',
  facts: [],
  titles: {},
}

it.each([
  ['en', 'Ann, Nov 21, 2026, 08:00'],
  ['zh', 'Ann，2026-11-21 08:00'],
] as const)('says who asked and when as %s sets it', (locale, said) => {
  vi.spyOn(client, 'call').mockReturnValue(new Promise(() => undefined) as never)
  const definition = emptyDefinition({ en: 'Acme' })
  const app = {
    workspace: { key: 'acme', name: 'Acme' },
    definition,
    rights: {},
    people: [{ id: 'ann', name: 'Ann' }],
    member: { id: 'me', zone: 'UTC' },
  } as unknown as App
  const environment = {
    definition,
    rights: {},
    locale,
    zone: 'UTC',
    people: [],
    departments: [],
    data: {},
    now: () => at,
  } as unknown as RendererEnvironment
  const i18n = createInstance()
  const resources = { en: { web: en }, zh: { web: zh } }
  void i18n.use(initReactI18next).init({ lng: locale, ns: ['web'], resources })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nextProvider i18n={i18n}>
        <AppProviders locale={locale} theme="light">
          <MemoryRouter>
            <WorkspaceContext value={app}>
              <RendererProvider environment={environment}>
                <TaskCard task={task} onDone={() => undefined} />
              </RendererProvider>
            </WorkspaceContext>
          </MemoryRouter>
        </AppProviders>
      </I18nextProvider>
    </QueryClientProvider>,
  )
  expect(screen.getByText(/^Ann/).textContent).toBe(said)
})
