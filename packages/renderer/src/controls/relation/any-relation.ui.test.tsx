import type { JsonValue } from '@pipewright/contract'
import type { AnyRelationField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../../environment/renderer-data.ts'
import { AskForRecordContext, type AskForRecord } from '../../environment/use-renderer.ts'
import { ValueEditor } from '../../filter/value-editor.tsx'
import { RecordForm } from '../../form/record-form.tsx'
import { aRecord, renderApp, type AppOptions } from '../../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  cleanup()
})

const named = (key: string, name: string) =>
  aForm([aTextField()], { key, label: { en: name }, labelPlural: { en: `${name}s` } })
const forms = [named('lead', 'Lead'), named('account', 'Account')]
const fromSuzhou = { eq: [{ var: 'city' }, 'Suzhou'] }
const field: AnyRelationField = {
  type: 'anyRelation',
  key: 'regarding',
  label: { en: 'Regarding' },
  targets: [{ form: 'lead' }, { form: 'account', filter: fromSuzhou }],
}
const acme = { form: 'account', id: 'a', account: 'a', text: 'account:a' }
const everything = [
  { form: 'lead', hits: [{ id: 'l', title: 'lead one' }] },
  { form: 'account', hits: [{ id: 'a', title: 'account one' }] },
]
const data = { searchTargets: () => Promise.resolve(everything) }

function open(
  value: JsonValue,
  { ask = () => Promise.resolve(null), ...options }: Partial<AppOptions> & { ask?: AskForRecord } = {},
) {
  const values: JsonValue[] = []
  const { Control } = controlOf(field)
  renderApp(
    { forms, data, ...options },
    <AskForRecordContext value={ask}>
      <Control
        field={field}
        id="it"
        label="Regarding"
        titles={{ a: 'Acme' }}
        value={value}
        onChange={(next) => values.push(next)}
      />
    </AskForRecordContext>,
  )
  return values
}
const box = () => screen.getByRole('combobox', { name: 'Regarding' })
const codes = { ArrowDown: 40, Enter: 13, Escape: 27 } as const
/** The list reads the codes of keys, which typing in jsdom does not carry. */
const press = (key: keyof typeof codes) =>
  fireEvent.keyDown(box(), { key, keyCode: codes[key], which: codes[key] })
const listed = () => [...document.querySelectorAll('.ant-select-item')].map((item) => item.textContent.trim())

it('shows what was changed last in all forms before anything is typed, form by form', async () => {
  const search = vi.fn<RendererData['searchTargets']>(data.searchTargets)
  const values = open(null, { data: { searchTargets: search } })
  fireEvent.mouseDown(box())
  await screen.findByText('account one')
  expect(listed()).toEqual([
    'Leads',
    'lead one',
    'Choose from all Leads…',
    'Accounts',
    'account one',
    'Choose from all Accounts…',
    'New record',
    'New Lead',
    'New Account',
  ])
  expect(search.mock.calls).toEqual([
    [{ targets: [{ form: 'lead' }, { form: 'account', filter: fromSuzhou }], text: '', limit: 8 }],
  ])
  await userEvent.click(screen.getByText('account one'))
  expect(values).toEqual([acme])
})

it('is used by keyboard alone: typing, arrows and Enter pick, Escape closes', async () => {
  const search = vi.fn<RendererData['searchTargets']>(({ text }) =>
    Promise.resolve(text === 'one' ? everything : []),
  )
  const values = open(null, { data: { searchTargets: search } })
  box().focus()
  await userEvent.keyboard('one')
  await screen.findByText('account one')
  press('ArrowDown')
  press('ArrowDown')
  press('Enter')
  expect(values).toEqual([acme])
  expect(search.mock.calls.at(-1)?.[0]).toMatchObject({ text: 'one' })
  press('ArrowDown')
  expect(box().getAttribute('aria-expanded')).toBe('true')
  press('Escape')
  await waitFor(() => expect(box().getAttribute('aria-expanded')).toBe('false'))
  expect(values).toEqual([acme])
})

it('never takes a record of an older answer that does not fit what is typed', async () => {
  const search = vi.fn<RendererData['searchTargets']>(({ text }) =>
    text === '' ? Promise.resolve(everything) : new Promise(() => {}),
  )
  const values = open(null, { data: { searchTargets: search } })
  fireEvent.mouseDown(box())
  await screen.findByText('lead one')
  await userEvent.type(box(), 'acc')
  expect(listed()).toEqual(['Accounts', 'account one', 'Choose from all Accounts…'])
  await userEvent.type(box(), 'ident{Enter}')
  expect(listed()).toEqual([])
  expect(values).toEqual([])
})

it('puts first what is called as typed, before what only holds it', async () => {
  const found = [
    { form: 'lead', hits: [{ id: 'l', title: 'Henry' }] },
    {
      form: 'account',
      hits: [
        { id: 'b', title: 'Best' },
        { id: 'a', title: 'ＡＣＭＥ' },
      ],
    },
  ]
  open(null, { data: { searchTargets: () => Promise.resolve(found) } })
  await userEvent.type(box(), 'acme')
  await screen.findByText('Henry')
  expect(listed().filter((text) => !/Choose|New/.test(text))).toEqual([
    'Accounts',
    'ＡＣＭＥ',
    'Best',
    'Leads',
    'Henry',
  ])
})

it('offers what may be made of each form, named as typed, and shows nothing of forms that may not be read', async () => {
  const [lead, account] = forms
  const ask = vi.fn<AskForRecord>(() => Promise.resolve(aRecord({ id: 'n', title: 'Nova' })))
  const rights = {
    lead: fullRights(lead!),
    account: { ...fullRights(account!), create: false },
  }
  const values = open(null, {
    ask,
    data: { searchTargets: () => Promise.resolve([]) },
    changes: { rights },
  })
  await userEvent.type(box(), 'Nova')
  const entry = await screen.findByText('New Lead “Nova”')
  expect(listed()).toEqual(['Nothing found', 'New Lead “Nova”'])
  await userEvent.click(entry)
  expect(ask.mock.calls[0]?.slice(0, 2)).toEqual(['lead', { name: 'Nova' }])
  await waitFor(() => expect(values).toEqual([{ form: 'lead', id: 'n', lead: 'n', text: 'lead:n' }]))
  cleanup()

  const blind = { account: { ...fullRights(account!), read: false, create: false }, lead: fullRights(lead!) }
  const search = vi.fn<RendererData['searchTargets']>(data.searchTargets)
  const searchRecords = vi.fn<RendererData['searchRecords']>(() => Promise.resolve([]))
  open(null, { data: { searchTargets: search, searchRecords }, changes: { rights: blind } })
  fireEvent.mouseDown(box())
  await waitFor(() => expect(searchRecords.mock.calls[0]?.[0]).toBe('lead'))
  expect(search).not.toHaveBeenCalled()
})

it('is cleared, and shows what is picked with its form', async () => {
  const values = open(acme)
  expect(screen.getByText('Acme')).toBeTruthy()
  fireEvent.click(document.querySelector('.ant-select-clear')!)
  expect(values).toEqual([null])
})

it('is a sheet on a phone, with one box over all forms', async () => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('max-width'),
    addEventListener() {},
    removeEventListener() {},
  }))
  const values = open(acme)
  await userEvent.click(screen.getByRole('button', { name: 'Regarding: Account Acme' }))
  const sheet = within(await screen.findByRole('dialog'))
  expect(sheet.getByRole('textbox', { name: 'Search in all forms…' })).toBe(document.activeElement)
  await userEvent.click(
    await within(await sheet.findByRole('region', { name: 'Leads' })).findByText('lead one'),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Clear Regarding' }))
  expect(values).toEqual([{ form: 'lead', id: 'l', lead: 'l', text: 'lead:l' }, null])
})

it('shows the form and the title, and nothing of what may not be seen', () => {
  const { ReadOnly } = controlOf(field)
  renderApp(
    { forms },
    <>
      <ReadOnly field={field} value={acme} titles={{ a: 'Acme' }} />
      <ReadOnly field={field} value={{ form: 'lead', id: 'x', text: 'lead:x' }} titles={{}} />
    </>,
  )
  expect(screen.getByText('Acme')).toBeTruthy()
  expect(screen.getByText('Account')).toBeTruthy()
  expect(screen.getByText('Not visible to you')).toBeTruthy()
})

it('is asked for in a filter as one value, or as several', async () => {
  const values: JsonValue[] = []
  renderApp(
    { forms, data },
    <ValueEditor
      id="it"
      label="Value"
      field={field}
      operand="many"
      value={['account:a']}
      onChange={(next) => values.push(next)}
    />,
  )
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Value' }))
  await userEvent.click(await screen.findByText('lead one'))
  expect(values).toEqual([['account:a', 'lead:l']])
})

it('takes over what a picked record fills in, by its form, and follows what lies behind it', async () => {
  const id = '01890000-0000-7000-8000-00000000000c'
  const form = aForm([
    {
      ...field,
      targets: [{ form: 'lead', fill: [{ from: 'name', to: 'place', lock: true }] }, { form: 'account' }],
    },
    aTextField({ key: 'place', label: { en: 'Place' } }),
    {
      type: 'formula',
      key: 'about',
      label: { en: 'About' },
      expression: { var: 'regarding.lead.name' },
      resultType: 'text',
    },
  ])
  renderApp(
    {
      forms: [form, ...forms],
      data: {
        searchTargets: () => Promise.resolve([{ form: 'lead', hits: [{ id, title: 'Ada' }] }]),
        getRecord: (_, of) => Promise.resolve(aRecord({ id: of }, { name: 'Ada' })),
      },
    },
    <RecordForm form="deal" mode="create" rights={fullRights(form)} values={{}} onSubmit={() => {}} />,
  )
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding' }))
  await userEvent.click(await screen.findByText('Ada'))
  const place = screen.getByLabelText<HTMLInputElement>('Place')
  await waitFor(() => expect(place.value).toBe('Ada'))
  expect(place.disabled).toBe(true)
  const about = document.querySelector('[data-field="about"]')
  await waitFor(() => expect(about?.textContent).toContain('Ada'))
})
