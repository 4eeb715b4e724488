import type { JsonValue } from '@pipewright/contract'
import type { AnyRelationField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ValueEditor } from '../../filter/value-editor.tsx'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField } from '../../testing/sample-app.ts'
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
