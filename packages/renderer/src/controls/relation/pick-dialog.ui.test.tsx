import type { JsonValue, Query } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { renderApp, aRecord } from '../../testing/render-app.tsx'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

afterEach(cleanup)

/** The dialog is fetched when it is first opened. */
const patience = { timeout: 10_000 }

const account = aForm([aTextField(), aTextField({ key: 'city', label: { en: 'City' } })], {
  key: 'account',
  label: { en: 'Account' },
  labelPlural: { en: 'Accounts' },
})
const one: Field = {
  type: 'relation',
  key: 'account',
  label: { en: 'Account' },
  form: 'account',
  filter: { eq: [{ var: 'city' }, 'Suzhou'] },
  pickColumns: ['city'],
}
const many: Field = {
  type: 'relations',
  key: 'accounts',
  label: { en: 'Accounts' },
  form: 'account',
  pickColumns: ['city'],
}

function open(field: Field, value: JsonValue) {
  const asked: Query[] = []
  const values: JsonValue[] = []
  const { Control } = controlOf(field)
  const row = (id: string) => aRecord({ id, title: `Account ${id}` }, { city: `City ${id}` })
  renderApp(
    {
      forms: [account],
      data: {
        queryRecords: (_, query) => {
          asked.push(query)
          return Promise.resolve(
            query.after === undefined
              ? { rows: [row('a'), row('b')], next: 'second' }
              : { rows: [row('c')], next: null },
          )
        },
      },
    },
    <Control
      field={field}
      id="it"
      label="It"
      titles={{}}
      value={value}
      onChange={(next) => values.push(next)}
    />,
  )
  fireEvent.mouseDown(screen.getByRole('combobox'))
  return { asked, values }
}

const browse = async () => userEvent.click(await screen.findByRole('button', { name: /Choose from a list/ }))

it('picks one record from a list with the columns and the filter of the field, page by page', async () => {
  const { asked, values } = open(one, null)
  await browse()
  expect(await screen.findByRole('cell', { name: 'City a' }, patience)).toBeTruthy()
  expect(asked[0]).toMatchObject({ columns: ['city'], filter: { eq: [{ var: 'city' }, 'Suzhou'] } })
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Account c' }))
  expect(values).toEqual(['c'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('ticks several records beside those picked before, in the order of ticking', async () => {
  const { asked, values } = open(many, ['b'])
  await browse()
  const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name }, patience)
  expect((await box('Account b')).checked).toBe(true)
  await userEvent.click(await box('Account a'))
  await userEvent.type(screen.getByRole('textbox', { name: 'Search Account…' }), 'x')
  await userEvent.click(screen.getByRole('button', { name: 'Take over (2)' }))
  expect(values).toEqual([['b', 'a']])
  expect(asked.length).toBeGreaterThan(0)
})
