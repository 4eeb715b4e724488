import type { App, ImportColumn, UnclearName } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import { RendererProvider, type RendererEnvironment } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, it } from 'vitest'
import { WorkspaceContext } from '../../shell/workspace-context.ts'
import { en } from '../../texts/en.ts'
import { NameTable } from './name-table.tsx'
import { madeTitles, withChosen, withoutMakes, type Chosen } from './settle-names.ts'

// jsdom lays nothing out, so it has no observer of sizes either.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const noMedia = { matches: false, addEventListener() {}, removeEventListener() {} }
globalThis.matchMedia ??= () => noMedia as unknown as MediaQueryList
afterEach(cleanup)

const aForm = (key: string, label: string): Form => ({
  key,
  label: { en: label },
  labelPlural: { en: `${label}s` },
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: { en: 'Name' } },
    { type: 'text', key: 'city', label: { en: 'City' } },
  ],
  layout: { sections: [] },
})
const definition = {
  ...emptyDefinition({ en: 'Acme' }),
  forms: [aForm('lead', 'Lead'), aForm('account', 'Account')],
}
const departments = [
  { id: 'sales', name: 'Sales', parent: null },
  { id: 'north', name: 'North', parent: 'sales' },
]
const rights = { lead: { create: true }, account: { create: false } } as unknown as App['rights']

const aName = (text: string, given: Partial<UnclearName> = {}): UnclearName => ({
  column: 1,
  field: 'regarding',
  text,
  title: text,
  rows: 1,
  forms: ['lead', 'account'],
  records: [],
  people: [],
  ...given,
})
const found = (form: string, id: string, city: string): UnclearName['records'][number] => ({
  form,
  record: {
    id,
    title: 'Acme',
    values: { city },
    titles: {},
    created_at: '2026-11-01T00:00:00.000Z',
  } as unknown as UnclearName['records'][number]['record'],
})
const acme = aName('Acme', {
  rows: 12,
  records: [found('account', 'a', 'Suzhou'), found('account', 'b', 'Wuxi'), found('lead', 'l', 'Ningbo')],
})
const names = [
  acme,
  aName('Nova'),
  aName('NOVA'),
  aName('Account: Gone', { title: 'Gone', forms: ['account'] }),
]

function draw(drawn: readonly UnclearName[] = names) {
  const settled: Chosen[] = []
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({ lng: 'en', ns: ['web'], resources: { en: { web: en } } })
  const environment = {
    definition,
    rights,
    locale: 'en',
    zone: 'UTC',
    me: 'me',
    department: null,
    people: [],
    departments: [],
    data: {},
    now: () => '2026-11-21T08:00:00.000Z',
    newId: () => 'n',
  } as unknown as RendererEnvironment
  render(
    <I18nextProvider i18n={i18n}>
      <AppProviders locale="en" theme="light">
        <WorkspaceContext value={{ definition, rights, departments } as unknown as App}>
          <RendererProvider environment={environment}>
            <NameTable
              names={drawn}
              columns={[{ column: 1, name: 'About', samples: [] }]}
              busy={false}
              onSettle={(chosen) => settled.push(chosen)}
            />
          </RendererProvider>
        </WorkspaceContext>
      </AppProviders>
    </I18nextProvider>,
  )
  return settled
}

const open = (name: string) =>
  fireEvent.mouseDown(screen.getByRole('combobox', { name: `Meant by “${name}” is` }))
const settle = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Take over and check again' })

it('asks once for each name, with what tells its records apart, and takes over what was chosen', async () => {
  const settled = draw()
  expect(settle().disabled).toBe(true)
  expect(screen.getByText('12')).toBeTruthy()
  open('Acme')
  expect(await screen.findByText(/Acme – Suzhou · Created/)).toBeTruthy()
  expect(screen.getByText(/Acme – Ningbo · Created/)).toBeTruthy()
  await userEvent.click(screen.getByText(/Acme – Wuxi · Created/))
  await userEvent.click(settle())
  expect(settled.map((chosen) => [...chosen])).toEqual([[['1 Acme', 'account:b']]])
})

it('tells members of one name apart by where they belong, and makes none', async () => {
  const person = { name: 'Ann', email: null, department: 'north' }
  const people = [
    { ...person, id: 'a' },
    { ...person, id: 'b', email: 'ann@acme.example', department: null },
  ]
  const ann = aName('Ann', { field: 'caller', forms: [], people })
  const settled = draw([ann])
  open('Ann')
  expect(await screen.findByText('Ann – Sales / North')).toBeTruthy()
  expect(screen.queryByText(/Make a new record/)).toBeNull()
  await userEvent.click(screen.getByText('Ann – ann@acme.example'))
  await userEvent.click(settle())
  const [mapping] = withChosen([{ column: 1, field: 'caller' }], [ann], settled[0]!, () => false)
  expect(mapping?.picks).toEqual([{ text: 'Ann', record: 'b' }])
})

it('offers to make what is missing where the reader may, and nothing where she may not', async () => {
  const settled = draw()
  open('Nova')
  await userEvent.click(await screen.findByText('Make a new record: Lead “Nova”'))
  expect(screen.queryByText('Make a new record: Account “Nova”')).toBeNull()
  open('Account: Gone')
  expect(screen.queryByText(/Account “Gone”/)).toBeNull()
  await userEvent.click(settle())
  const [mapping] = withChosen([{ column: 1, field: 'regarding' }], names, settled[0]!, () => true)
  expect(mapping).toMatchObject({ picks: [], makes: [{ text: 'Nova', form: 'lead' }] })
})

it('keeps earlier choices of a column, and tells once what is made however its name is written', () => {
  const chosen: Chosen = new Map([
    ['1 Acme', 'account:b'],
    ['1 Nova', '+lead'],
    ['1 NOVA', '+lead'],
  ])
  const mapping: ImportColumn[] = [
    { column: 0, field: 'name' },
    {
      column: 1,
      field: 'regarding',
      picks: [
        { text: 'Acme', record: 'account:a' },
        { text: 'Old', record: 'lead:o' },
      ],
    },
  ]
  const picks = (isAny: boolean) => withChosen(mapping, names, chosen, () => isAny)[1]?.picks
  expect(picks(true)).toEqual([
    { text: 'Old', record: 'lead:o' },
    { text: 'Acme', record: 'account:b' },
  ])
  expect(picks(false)?.[1]).toEqual({ text: 'Acme', record: 'b' })
  expect(withChosen(mapping, names, new Map(), () => true)).toEqual(mapping)
  const makes = withChosen(mapping, names, chosen, () => true)[1]?.makes ?? []
  expect(makes.map(({ text }) => text)).toEqual(['Nova', 'NOVA'])
  const answered = [{ column: 1, field: 'regarding', makes: makes.map((one) => ({ ...one, record: 'n' })) }]
  expect(madeTitles(answered, { n: 'Nova' })).toEqual(['Nova'])
  expect(withoutMakes(answered)).toEqual([{ column: 1, field: 'regarding' }])
  // A record that is there by now takes the place of the one that was to be made.
  const settled = withChosen(answered, [aName('Nova')], new Map([['1 Nova', 'lead:l']]), () => true)
  expect(settled[0]).toMatchObject({ picks: [{ text: 'Nova', record: 'lead:l' }], makes: [{ text: 'NOVA' }] })
})
