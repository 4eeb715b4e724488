import type { SortKey } from '@pipewright/contract'
import type { Expression, TableSettings } from '@pipewright/schemas'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { RecordTable } from '../record-table.tsx'
import type { RecordTableProps } from '../record-table-props.ts'

afterEach(cleanup)

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })

const form = aForm([
  aTextField(),
  stageField,
  { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
])
const rows = Array.from({ length: 20 }, (_, at) =>
  aRecord({ id: `r${at}`, title: `Deal ${at}` }, { name: `Deal ${at}`, stage: 'won', amount: `${at}.50` }),
)

function draw(changes: Partial<RecordTableProps> = {}, filter: Expression | null = null) {
  const sorts: SortKey[][] = []
  const settings: TableSettings[] = []
  const columns: string[][] = []
  const filters: (Expression | null)[] = []
  renderApp(
    { forms: [form] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={['name', 'stage', 'amount']}
      rows={rows}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={() => undefined}
      sort={[]}
      onSort={(sort) => sorts.push(sort)}
      onOpen={() => undefined}
      arranging={{
        onSettings: (change) => settings.push(change),
        onColumns: (next) => columns.push(next),
        filter,
        onFilter: (next) => filters.push(next),
      }}
      {...changes}
    />,
  )
  return { sorts, settings, columns, filters }
}

async function choose(column: string, entry: string) {
  await userEvent.click(screen.getByRole('button', { name: `Menu of ${column}` }))
  await userEvent.click(await screen.findByRole('menuitem', { name: entry }))
}

it('sorts, freezes, wraps, moves and hides from the menu of a column', async () => {
  const done = draw({ sort: [{ field: 'name', direction: 'asc' }], settings: { wrap: ['name'] } })
  await choose('Amount', 'Sort descending')
  await choose('Amount', 'Then by this, ascending')
  await choose('Stage', 'Freeze up to here')
  await choose('Stage', 'Wrap text')
  await choose('Name', 'Do not wrap text')
  await choose('Amount', 'Move left')
  await choose('Stage', 'Hide column')
  expect(done.sorts).toEqual([
    [{ field: 'amount', direction: 'desc' }],
    [
      { field: 'name', direction: 'asc' },
      { field: 'amount', direction: 'asc' },
    ],
  ])
  expect(done.settings).toEqual([{ frozen: 2 }, { wrap: ['name', 'stage'] }, { wrap: [] }])
  expect(done.columns).toEqual([
    ['name', 'amount', 'stage'],
    ['name', 'amount'],
  ])
})

it('sorts by a further column with Shift, and says which comes first', async () => {
  const { sorts } = draw({
    sort: [
      { field: 'stage', direction: 'asc' },
      { field: 'name', direction: 'desc' },
    ],
  })
  fireEvent.click(screen.getByRole('button', { name: 'Amount' }), { shiftKey: true })
  expect(sorts[0]?.map(({ field }) => field)).toEqual(['stage', 'name', 'amount'])
  expect(screen.getByRole('button', { name: 'Name' }).getAttribute('aria-description')).toContain('2')
})

it('goes from head to head by arrows, with one stop of the tab key, and opens the menu by a key', async () => {
  draw()
  const name = screen.getByRole('button', { name: 'Name' })
  act(() => name.focus())
  await userEvent.keyboard('{ArrowRight}')
  const stage = screen.getByRole('button', { name: 'Stage' })
  expect(document.activeElement).toBe(stage)
  expect([name.tabIndex, stage.tabIndex]).toEqual([-1, 0])
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await screen.findByRole('menuitem', { name: 'Hide column' })).toBeTruthy()
})

it('filters a choice by ticking its values, and takes the condition back', async () => {
  const { filters } = draw({}, { gt: [{ var: 'amount' }, '5'] })
  await choose('Stage', 'Filter by this column…')
  const dialog = await screen.findByRole('dialog', { name: 'Filter Stage' })
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Won' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }))
  const both = { and: [{ gt: [{ var: 'amount' }, '5'] }, { in: [{ var: 'stage' }, ['won']] }] }
  expect(filters).toEqual([both])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  cleanup()
  const again = draw({}, both)
  await userEvent.click(screen.getByRole('button', { name: 'Filter Stage' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove filter' }))
  expect(again.filters).toEqual([{ gt: [{ var: 'amount' }, '5'] }])
})

it('freezes columns one beside the other', () => {
  draw({ settings: { frozen: 2 }, widths: { name: 200, stage: 100 }, selection: new Set() })
  const heads = screen.getAllByRole('columnheader').filter((head) => head.dataset['column'] !== undefined)
  expect(heads.map((head) => head.style.left)).toEqual(['40px', '240px', ''])
})
