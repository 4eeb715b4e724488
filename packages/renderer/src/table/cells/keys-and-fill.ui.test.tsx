import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { RecordTable } from '../record-table.tsx'

afterEach(cleanup)

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })
// jsdom captures no pointer.
Object.defineProperty(HTMLElement.prototype, 'setPointerCapture', {
  configurable: true,
  value: () => undefined,
})

const nothing = () => undefined
const rows = ['One', 'Two', 'Three'].map((name, at) =>
  aRecord({ id: `r${at}`, title: name }, { name, place: `P${at}`, note: `N${at}` }),
)

function draw() {
  const save = vi.fn<(...given: unknown[]) => Promise<null>>(async () => null)
  const change = vi.fn<(...given: unknown[]) => void>()
  const text = (key: string, en: string) => ({ type: 'text' as const, key, label: { en } })
  renderApp(
    { forms: [aForm([aTextField(), text('place', 'Place'), text('note', 'Note')])] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={['name', 'place', 'note']}
      rows={rows}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={nothing}
      sort={[]}
      onSort={nothing}
      onOpen={nothing}
      cells={{ save, change, paste: nothing }}
    />,
  )
  return { save, change }
}

const cell = (place: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${place}"]`)
  if (found === null) throw new Error(`no cell ${place}`)
  return found
}

/** Opens the control of a cell, types, and presses a key. */
async function type(place: string, column: string, text: string, key: string) {
  act(() => cell(place).focus())
  fireEvent.keyDown(cell(place), { key: 'F2' })
  const box = await screen.findByRole('textbox', { name: new RegExp(column) })
  await userEvent.clear(box)
  await userEvent.type(box, text)
  await userEvent.keyboard(key)
}

const expectFocus = (place: string) => waitFor(() => expect(document.activeElement).toBe(cell(place)))

it('Tab takes what was typed and goes on to the right, at the last column it stays', async () => {
  const { save } = draw()
  await type('0:1', 'Place', 'New', '{Tab}')
  await expectFocus('0:2')
  expect(save).toHaveBeenCalledWith({ record: rows[0], field: 'place' }, 'New')
  await type('0:2', 'Note', 'Last', '{Tab}')
  await expectFocus('0:2')
  expect(save).toHaveBeenLastCalledWith({ record: rows[0], field: 'note' }, 'Last')
})

it('Tab with Shift takes it and goes back to the left', async () => {
  const { save } = draw()
  await type('1:2', 'Note', 'Back', '{Shift>}{Tab}{/Shift}')
  await expectFocus('1:1')
  expect(save).toHaveBeenCalledWith({ record: rows[1], field: 'note' }, 'Back')
})

it('Tab that only walks leaves the grid, which is one stop', async () => {
  draw()
  act(() => cell('1:1').focus())
  await userEvent.tab()
  expect(document.activeElement?.closest('[data-cell]') ?? null).toBeNull()
})

it('the handle pulled down fills the cells below with what stands above', async () => {
  const { change } = draw()
  act(() => cell('0:1').focus())
  const handle = screen.getByRole('button', { name: /Fill/, hidden: true })
  const over = vi.fn<() => Element[]>(() => [cell('2:1')])
  Object.defineProperty(document, 'elementsFromPoint', { configurable: true, value: over })
  fireEvent.pointerMove(handle, { clientX: 10, clientY: 10 })
  fireEvent.pointerDown(handle, { pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: 10, clientY: 90 })
  fireEvent.pointerUp(handle)
  expect(change).toHaveBeenCalledExactlyOnceWith(
    [
      { record: rows[1], values: { place: 'P0' } },
      { record: rows[2], values: { place: 'P0' } },
    ],
    'fill',
  )
})

it('the handle let go where it was taken fills nothing', () => {
  const { change } = draw()
  act(() => cell('1:1').focus())
  const handle = screen.getByRole('button', { name: /Fill/, hidden: true })
  Object.defineProperty(document, 'elementsFromPoint', { configurable: true, value: () => [cell('0:1')] })
  fireEvent.pointerDown(handle, { pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: 10, clientY: 1 })
  fireEvent.pointerUp(handle)
  expect(change).not.toHaveBeenCalled()
})
