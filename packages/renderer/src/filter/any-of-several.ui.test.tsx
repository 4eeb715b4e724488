import type { AnyRelationField, Expression } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField } from '../testing/sample-app.ts'
import { FilterBuilder } from './filter-builder.tsx'
import { QuickFilters } from './quick/quick-filters.tsx'
// Drawn on demand; loaded here so that no test waits for it.
import './quick/chip-panel.tsx'
import './filter-sentence.tsx'

afterEach(cleanup)

const named = (key: string, name: string) =>
  aForm([aTextField()], { key, label: { en: name }, labelPlural: { en: `${name}s` } })
const regarding: AnyRelationField = {
  type: 'anyRelation',
  key: 'regarding',
  label: { en: 'Regarding' },
  targets: [{ form: 'lead' }, { form: 'account' }],
}
const call = aForm([aTextField(), regarding], { key: 'call', label: { en: 'Call' } })
const forms = [call, named('lead', 'Lead'), named('account', 'Account')]
const data = {
  searchTargets: () =>
    Promise.resolve([
      { form: 'lead', hits: [{ id: 'l', title: 'lead one' }] },
      { form: 'account', hits: [{ id: 'a', title: 'account one' }] },
    ]),
}

interface Drawn {
  readonly value: Expression | null
  readonly onChange: (next: Expression | null) => void
}

function draw(Filter: (props: Drawn) => ReactNode) {
  const said: (Expression | null)[] = []
  function Page() {
    const [value, setValue] = useState<Expression | null>(null)
    const change = (next: Expression | null) => {
      said.push(next)
      setValue(next)
    }
    return <Filter value={value} onChange={change} />
  }
  renderApp({ forms, data }, <Page />)
  return said
}

it('asks in a condition for a record of any of the forms that a relation may point to', async () => {
  const said = draw((props) => <FilterBuilder form="call" throughRelations {...props} />)
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Field of condition 1' }))
  await userEvent.click(await screen.findByTitle('Regarding'))
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Value of condition 1' }))
  await userEvent.click(await screen.findByText('account one'))
  expect(said.at(-1)).toEqual({ eq: [{ var: 'regarding' }, 'account:a'] })
})

it('asks above a list for records of any of those forms, one after another', async () => {
  const said = draw(({ value, onChange }) => (
    <QuickFilters
      form="call"
      columns={['name']}
      offered={[{ field: 'regarding' }]}
      filter={value}
      onFilter={onChange}
    />
  ))
  await userEvent.click(screen.getByRole('button', { name: 'Regarding' }))
  const box = await screen.findByRole('combobox', { name: 'Regarding' })
  fireEvent.mouseDown(box)
  await userEvent.click(await screen.findByText('account one'))
  expect(said.at(-1)).toEqual({ in: [{ var: 'regarding' }, ['account:a']] })
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Regarding' }))
  await userEvent.click(await screen.findByText('lead one'))
  expect(said.at(-1)).toEqual({ in: [{ var: 'regarding' }, ['account:a', 'lead:l']] })
})
