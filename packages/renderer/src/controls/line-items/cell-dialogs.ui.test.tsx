import type { FileInfo, JsonValue } from '@pipewright/contract'
import type { LineItemsField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { controlOf } from '../index.ts'
import { asRows } from './row-changes.ts'

afterEach(cleanup)

const field: LineItemsField = {
  type: 'lineItems',
  key: 'items',
  label: { en: 'Items' },
  fields: [
    { type: 'attachment', key: 'photos', label: { en: 'Photos' }, display: 'images' },
    { type: 'richText', key: 'note', label: { en: 'Note' } },
  ],
}
const file: FileInfo = { id: 'f1', name: 'a.png', bytes: 1, type: 'image/png' }

function draw(rows: JsonValue) {
  const seen = { value: rows }
  const { Control, ReadOnly } = controlOf(field)
  function Held() {
    const [value, setValue] = useState(rows)
    const put = (next: JsonValue) => {
      seen.value = next
      setValue(next)
    }
    return (
      <>
        <Control field={field} id="items" label="Items" titles={{}} value={value} onChange={put} />
        <ReadOnly field={field} titles={{}} value={value} />
      </>
    )
  }
  const data = {
    uploadFile: () => Promise.resolve(file),
    listFiles: () => Promise.resolve([file]),
    fileUrl: (id: string) => `/files/${id}`,
  }
  renderApp({ forms: [], data }, <Held />)
  return () => asRows(seen.value)
}

it('adds pictures to a row in a dialog, and shows them in the cell and when read', async () => {
  const rows = draw([{ id: '1' }])
  await userEvent.click(screen.getByRole('button', { name: 'Photos, row 1' }))
  const dialog = await screen.findByRole('dialog', { name: 'Photos, row 1' })
  const input = dialog.querySelector<HTMLInputElement>('input[type=file]')!
  fireEvent.change(input, { target: { files: [new File(['x'], 'a.png', { type: 'image/png' })] } })
  await waitFor(() => expect(rows()).toMatchObject([{ photos: ['f1'] }]))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }))
  expect(await screen.findByRole('button', { name: /Photos, row 1: 1 file/ })).toBeTruthy()
})

it('shows the words of a formatted text in its cell, and keeps its looks when it is read', async () => {
  draw([{ id: '1', note: '<p>Hello <strong>you</strong></p>' }])
  expect(screen.getByRole('button', { name: 'Note, row 1: Hello you' })).toBeTruthy()
  expect((await screen.findByText('you', { selector: 'strong' })).textContent).toBe('you')
})
