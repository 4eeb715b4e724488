import type { App } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { client } from '../../queries/client.ts'
import { WorkspaceContext } from '../../shell/workspace-context.ts'
import { en } from '../../texts/en.ts'
import { NewRecordButton } from './new-record-button.tsx'

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

const form: Form = {
  key: 'daily',
  label: { en: 'Daily' },
  labelPlural: { en: 'Dailies' },
  titleField: 'name',
  fields: [{ type: 'text', key: 'name', label: { en: 'Name' } }],
  layout: { sections: [] },
  fillLimit: { most: 1, per: 'day' },
}

function draw(reached: string | null) {
  vi.spyOn(client, 'call').mockResolvedValue({ reached })
  const app = {
    workspace: { key: 'acme', name: 'Acme', calendar: { weekStart: 1, fiscalMonth: 1 } },
    definition: { ...emptyDefinition({ en: 'Sales' }), forms: [form] },
    rights: { daily: { create: true, fields: { name: 'write' } } },
  } as unknown as App
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({ lng: 'en', ns: ['web'], resources: { en: { web: en } } })
  const Place = () => <output>{useLocation().pathname}</output>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nextProvider i18n={i18n}>
        <AppProviders locale="en" theme="light">
          <MemoryRouter initialEntries={['/list']}>
            <WorkspaceContext value={app}>
              <NewRecordButton form={form} />
              <Place />
            </WorkspaceContext>
          </MemoryRouter>
        </AppProviders>
      </I18nextProvider>
    </QueryClientProvider>,
  )
}

it('says why nothing more can be made, to keyboards too, and leads nowhere then', async () => {
  draw('You have made yours for today.')
  const button = () => screen.getByRole('button', { name: /daily/i })
  await vi.waitFor(() => expect(button().getAttribute('aria-disabled')).toBe('true'))
  await userEvent.tab()
  expect(await screen.findByText('You have made yours for today.')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('status').textContent).toBe('/list')
})

it('leads to the new record while one may make it', async () => {
  draw(null)
  await userEvent.click(await screen.findByRole('button', { name: /daily/i }))
  expect(screen.getByRole('status').textContent).toBe('/w/acme/f/daily/new')
})
