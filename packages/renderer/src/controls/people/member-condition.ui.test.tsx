import type { Values } from '@pipewright/contract'
import type { MemberField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm } from '../../testing/sample-app.ts'
import { FieldPlaceContext } from '../field-place.ts'
import { controlOf } from '../index.ts'

afterEach(cleanup)

const field: MemberField = {
  type: 'member',
  key: 'leader',
  label: { en: 'Leader' },
  limit: { where: { eq: [{ var: '$memberDepartment' }, { var: 'unit' }] } },
}
const form = aForm([{ type: 'department', key: 'unit', label: { en: 'Unit' } }, field], { key: 'team' })
const people = [
  { id: 'a', name: 'Ada', department: 'sales', active: true },
  { id: 'b', name: 'Bob', department: 'service', active: true },
]

function open(values: Values) {
  const { Control } = controlOf(field)
  renderApp(
    { forms: [form], changes: { people } },
    <FieldPlaceContext value={{ form: 'team' }}>
      <Control
        field={field}
        id="it"
        label="Leader"
        titles={{}}
        value={null}
        record={() => values}
        onChange={() => {}}
      />
    </FieldPlaceContext>,
  )
  fireEvent.mouseDown(screen.getByRole('combobox'))
}

it('offers the members who meet the condition on the record', async () => {
  open({ unit: 'sales' })
  expect(await screen.findByText('Ada')).toBeTruthy()
  expect(screen.queryByText('Bob')).toBeNull()
})

it('offers everybody while the condition asks for something that is empty', async () => {
  open({ unit: null })
  expect(await screen.findByText('Ada')).toBeTruthy()
  expect(screen.getByText('Bob')).toBeTruthy()
})
