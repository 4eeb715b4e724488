import { act, cleanup, fireEvent } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aForm, aTextField, stageField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { RecordTable } from '../record-table.tsx'

afterEach(cleanup)

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })

const record = aRecord({ id: 'r1', title: 'One' }, { name: 'One', stage: 'open' })
const nothing = () => undefined

function draw(isEditable = true) {
  const paste = vi.fn<(...given: unknown[]) => void>()
  const cells = { save: async () => null, change: nothing, paste }
  renderApp(
    { forms: [aForm([aTextField(), stageField])] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={['name', 'stage', 'created_at']}
      rows={[record]}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={nothing}
      sort={[]}
      onSort={nothing}
      onOpen={nothing}
      {...(isEditable ? { cells } : {})}
    />,
  )
  return paste
}

const cell = (place: string) => document.querySelector<HTMLElement>(`[data-cell="${place}"]`)

it('says why a cell cannot be changed, where cells can be changed at all', () => {
  draw()
  expect(cell('0:2')?.title).toBe('The system keeps this itself.')
  expect(cell('0:2')?.getAttribute('aria-readonly')).toBe('true')
  expect(cell('0:1')?.title).toBe('')
  cleanup()
  draw(false)
  expect(cell('0:2')?.title).toBe('')
})

it('says which columns of a pasted block are left out', () => {
  const paste = draw()
  const from = cell('0:1')
  act(() => from?.focus())
  fireEvent.paste(from ?? document.body, {
    clipboardData: { getData: (type: string) => (type === 'text/plain' ? 'won\t2026-01-01' : '') },
  })
  expect(paste).toHaveBeenCalledWith([{ record, texts: { stage: 'won' } }], 0, ['Created at'])
})
