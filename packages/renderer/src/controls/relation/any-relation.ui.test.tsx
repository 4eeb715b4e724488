import type { JsonValue } from '@pipewright/contract'
import type { AnyRelationField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ValueEditor } from '../../filter/value-editor.tsx'
import { RecordForm } from '../../form/record-form.tsx'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

afterEach(cleanup)

const named = (key: string, name: string) =>
  aForm([aTextField()], { key, label: { en: name }, labelPlural: { en: `${name}s` } })
const forms = [named('lead', 'Lead'), named('account', 'Account')]
const field: AnyRelationField = {
  type: 'anyRelation',
  key: 'regarding',
  label: { en: 'Regarding' },
  targets: [{ form: 'lead' }, { form: 'account', filter: { eq: [{ var: 'city' }, 'Suzhou'] } }],
}
const acme = { form: 'account', id: 'a', account: 'a', text: 'account:a' }
const data = {
  searchRecords: (form: string) => Promise.resolve([{ id: form[0] ?? '', title: `${form} one` }]),
}

function open(value: JsonValue) {
  const values: JsonValue[] = []
  const { Control } = controlOf(field)
  renderApp(
    { forms, data },
    <Control
      field={field}
      id="it"
      label="Regarding"
      titles={{}}
      value={value}
      onChange={(next) => values.push(next)}
    />,
  )
  return values
}

it('asks for the form, then for a record of it, and answers both', async () => {
  const values = open(null)
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding: which form' }))
  await userEvent.click(await screen.findByText('Account'))
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding' }))
  await userEvent.click(await screen.findByText('account one'))
  expect(values).toEqual([acme])
})

it('lets go of the record when another form is chosen', async () => {
  const values = open(acme)
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding: which form' }))
  await userEvent.click(await screen.findByText('Lead'))
  expect(values).toEqual([null])
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
        searchRecords: () => Promise.resolve([{ id, title: 'Ada' }]),
        getRecord: (_, of) => Promise.resolve(aRecord({ id: of }, { name: 'Ada' })),
      },
    },
    <RecordForm form="deal" mode="create" rights={fullRights(form)} values={{}} onSubmit={() => {}} />,
  )
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding' }))
  await userEvent.click(await screen.findByTitle('Ada'))
  const place = screen.getByLabelText<HTMLInputElement>('Place')
  await waitFor(() => expect(place.value).toBe('Ada'))
  expect(place.disabled).toBe(true)
  const about = document.querySelector('[data-field="about"]')
  await waitFor(() => expect(about?.textContent).toContain('Ada'))
})
