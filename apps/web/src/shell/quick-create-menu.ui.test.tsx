import type { App } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { en } from '../texts/en.ts'
import { QuickCreateMenu } from './quick-create-menu.tsx'
import { WorkspaceContext } from './workspace-context.ts'

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

const aForm = (key: string, label: string, more: Partial<Form> = {}): Form => ({
  key,
  label: { en: label },
  labelPlural: { en: label },
  titleField: 'name',
  fields: [{ type: 'text', key: 'name', label: { en: 'Name' } }],
  layout: { sections: [] },
  ...more,
})

const forms = [
  aForm('deal', 'Deal', {
    typeField: 'kind',
    fields: [
      { type: 'text', key: 'name', label: { en: 'Name' } },
      {
        type: 'choice',
        key: 'kind',
        label: { en: 'Kind' },
        options: [
          { key: 'fresh', label: { en: 'New business' } },
          { key: 'renewal', label: { en: 'Renewal' } },
          { key: 'gone', label: { en: 'Gone' }, inactive: true },
        ],
      },
    ],
  }),
  aForm('company', 'Company'),
  aForm('secret', 'Secret'),
]

function draw(kind: 'read' | 'write' = 'write') {
  const app = {
    workspace: { key: 'acme', name: 'Acme', calendar: { weekStart: 1, fiscalMonth: 1 } },
    definition: { ...emptyDefinition({ en: 'Acme' }), forms },
    rights: {
      deal: { create: true, fields: { name: 'write', kind } },
      company: { create: true, fields: { name: 'write' } },
      secret: { create: false, fields: {} },
    },
  } as unknown as App
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({ lng: 'en', ns: ['web'], resources: { en: { web: en } } })
  let place = ''
  function Place() {
    const { pathname, search } = useLocation()
    place = pathname + search
    return null
  }
  render(
    <I18nextProvider i18n={i18n}>
      <AppProviders locale="en" theme="light">
        <WorkspaceContext value={app}>
          <MemoryRouter>
            <QuickCreateMenu />
            <Place />
          </MemoryRouter>
        </WorkspaceContext>
      </AppProviders>
    </I18nextProvider>,
  )
  return () => place
}

const open = () => userEvent.click(screen.getByRole('button', { name: 'New' }))
const names = async () => (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
const ofType = (key: string) =>
  `/w/acme/f/deal/new?values=${encodeURIComponent(JSON.stringify({ kind: key }))}`

it('offers the types of a form below it, those that are in use', async () => {
  const place = draw()
  await open()
  expect(await names()).toEqual(['Deal', 'Deal: New business', 'Deal: Renewal', 'Company'])
  await userEvent.click(screen.getByRole('menuitem', { name: /^Deal: ?Renewal$/ }))
  expect(place()).toBe(ofType('renewal'))
})

it('starts a record without a type by the form itself', async () => {
  const place = draw()
  await open()
  await userEvent.click(await screen.findByRole('menuitem', { name: /Deal$/ }))
  expect(place()).toBe('/w/acme/f/deal/new')
})

it('reaches a type by the keyboard', async () => {
  // Only what is laid out can be reached by the keyboard.
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body)
  const place = draw()
  screen.getByRole('button', { name: 'New' }).focus()
  await userEvent.keyboard('{Enter}')
  const first = await screen.findByRole('menuitem', { name: 'Deal' })
  await waitFor(() => expect(document.activeElement).toBe(first))
  const type = screen.getByRole('menuitem', { name: /^Deal: ?New business$/ })
  fireEvent.keyDown(first, { key: 'ArrowDown', keyCode: 40 })
  await waitFor(() => expect(document.activeElement).toBe(type))
  fireEvent.keyDown(type, { key: 'Enter', keyCode: 13 })
  expect(place()).toBe(ofType('fresh'))
})

it('offers no types to those who may not set the type', async () => {
  draw('read')
  await open()
  expect(await names()).toEqual(['Deal', 'Company'])
})
