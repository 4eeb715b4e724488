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

const filed: LineItemsField = {
  type: 'lineItems',
  key: 'items',
  label: { en: 'Items' },
  fields: [
    { type: 'attachment', key: 'photos', label: { en: 'Photos' }, display: 'images' },
    { type: 'richText', key: 'note', label: { en: 'Note' } },
  ],
}
const file: FileInfo = { id: 'f1', name: 'a.png', bytes: 1, type: 'image/png' }

function draw(rows: JsonValue, field: LineItemsField = filed) {
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

const nested: LineItemsField = {
  type: 'lineItems',
  key: 'items',
  label: { en: 'Items' },
  fields: [
    { type: 'text', key: 'what', label: { en: 'What' } },
    {
      type: 'lineItems',
      key: 'parts',
      label: { en: 'Parts' },
      fields: [
        { type: 'text', key: 'name', label: { en: 'Part' } },
        { type: 'number', key: 'pieces', label: { en: 'Pieces' } },
      ],
    },
  ],
}

it('opens the rows inside a row, where Enter and a pasted block stay inside', async () => {
  const rows = draw([{ id: '1', what: 'Pump', parts: [{ id: '2', name: 'Seal', pieces: '1' }] }], nested)
  await userEvent.click(screen.getByRole('button', { name: 'Parts, row 1: 1 row' }))
  const dialog = await screen.findByRole('dialog', { name: 'Parts, row 1' })
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Pieces, row 1' }), '2{Enter}')
  await waitFor(() => expect(rows()).toMatchObject([{ parts: [{ id: '2', pieces: '2' }, {}] }]))
  expect(rows()).toHaveLength(1)
  const last = within(dialog).getByRole('textbox', { name: 'Part, row 2' })
  fireEvent.paste(last, { clipboardData: { getData: () => 'Ring\t4\nBolt\t8' } })
  await waitFor(() =>
    expect(rows()).toMatchObject([
      {
        what: 'Pump',
        parts: [{ name: 'Seal' }, { name: 'Ring', pieces: '4' }, { name: 'Bolt', pieces: '8' }],
      },
    ]),
  )
  expect(rows()).toHaveLength(1)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }))
  expect(await screen.findByRole('button', { name: 'Parts, row 1: 3 rows' })).toBeTruthy()
})

it('opens the rows inside a row to read, and closes them again', async () => {
  draw([{ id: '1', what: 'Pump', parts: [{ id: '2', name: 'Seal', pieces: '1' }] }], nested)
  const opener = await screen.findByRole('button', { name: 'Parts, row 1', expanded: false })
  opener.focus()
  await userEvent.keyboard('{Enter}')
  expect(within(screen.getByRole('table', { name: 'Parts' })).getByText('Seal')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('table', { name: 'Parts' })).toBeNull()
})
