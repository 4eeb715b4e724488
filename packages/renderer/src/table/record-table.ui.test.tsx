import type { RecordAnswer, SortKey } from '@pipewright/contract'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../testing/sample-app.ts'
import { aRecord, renderApp } from '../testing/render-app.tsx'
import { RecordTable } from './record-table.tsx'
import type { RecordTableProps } from './record-table-props.ts'

afterEach(cleanup)

// jsdom lays nothing out: every element is as high as a window.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })

const form = aForm([
  aTextField(),
  stageField,
  { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
])
const rows = Array.from({ length: 500 }, (_, at) =>
  aRecord({ id: `r${at}`, title: `Deal ${at}` }, { name: `Deal ${at}`, stage: 'won', amount: `${at}.50` }),
)

function draw(changes: Partial<RecordTableProps> = {}) {
  const opened: string[] = []
  const sorts: SortKey[][] = []
  const open = (record: RecordAnswer) => {
    opened.push(record.id)
  }
  const shown = renderApp(
    { forms: [form] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={['name', 'stage', 'amount', 'gone']}
      rows={rows}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={() => undefined}
      sort={[]}
      onSort={(sort) => {
        sorts.push(sort)
      }}
      onOpen={open}
      {...changes}
    />,
  )
  return { opened, sorts, ...shown }
}

const columns = ['name', 'stage', 'amount']

const cell = (place: string) => document.querySelector<HTMLElement>(`[data-cell="${place}"]`)

describe('a list', () => {
  it('draws no row again when only what stands around it changes', () => {
    let drawn = 0
    const counting = rows.slice(0, 20).map((row) =>
      Object.defineProperty({ ...row }, 'values', {
        get: () => {
          drawn += 1
          return row.values
        },
      }),
    )
    function Page() {
      const [count, setCount] = useState(0)
      return (
        <>
          <button type="button" onClick={() => setCount(count + 1)}>
            Again {count}
          </button>
          <RecordTable
            form="deal"
            label="Deals"
            columns={columns}
            rows={counting}
            loading={false}
            hasMore={false}
            loadingMore={false}
            onLoadMore={() => undefined}
            sort={[]}
            onSort={() => undefined}
            onOpen={() => undefined}
          />
        </>
      )
    }
    renderApp({ forms: [form] }, <Page />)
    expect(drawn).toBeGreaterThan(0)
    const before = drawn
    fireEvent.click(screen.getByText('Again 0'))
    screen.getByText('Again 1')
    expect(drawn).toBe(before)
  })

  it('draws only the rows in sight', () => {
    draw()
    const drawn = screen.getAllByRole('row').length
    expect(drawn).toBeGreaterThan(5)
    expect(drawn).toBeLessThan(60)
    expect(screen.getByRole('grid', { name: 'Deals' }).getAttribute('aria-rowcount')).toBe('501')
    expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))).toEqual([
      'none',
      'none',
      'none',
    ])
  })

  it('opens the menu of a row at its button, and by the menu key where the keyboard stands', async () => {
    const asked: string[] = []
    const { opened } = draw({ onMenu: (record, at) => asked.push(`${record.id} ${at.tagName}`) })
    await userEvent.click(screen.getByRole('button', { name: 'Actions for Deal 1' }))
    act(() => cell('2:1')?.focus())
    await userEvent.keyboard('{Shift>}{F10}{/Shift}{ContextMenu}')
    expect(asked).toEqual(['r1 BUTTON', 'r2 DIV', 'r2 DIV'])
    expect(opened).toEqual([])
    cleanup()
    draw()
    expect(screen.queryByRole('button', { name: 'Actions for Deal 1' })).toBeNull()
  })

  it('goes by arrows and opens by Enter', async () => {
    const { opened } = draw()
    cell('0:0')?.focus()
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' })
    await waitFor(() => expect(document.activeElement).toBe(cell('1:0')))
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' })
    await waitFor(() => expect(document.activeElement).toBe(cell('1:1')))
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' })
    await waitFor(() => expect(document.activeElement).toBe(cell('0:1')))
    fireEvent.keyDown(document.activeElement!, { key: 'Enter' })
    expect(opened).toEqual(['r0'])
    expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1)
  })

  it('opens a row by a click, and sorts from its head: up, down, not', async () => {
    const { opened, sorts } = draw()
    await userEvent.click(cell('3:0')!)
    await userEvent.click(screen.getByRole('button', { name: 'Amount' }))
    expect(opened).toEqual(['r3'])
    expect(sorts).toEqual([[{ field: 'amount', direction: 'asc' }]])
    cleanup()
    const second = draw({ sort: [{ field: 'amount', direction: 'asc' }] })
    await userEvent.click(screen.getByRole('button', { name: 'Amount' }))
    expect(second.sorts).toEqual([[{ field: 'amount', direction: 'desc' }]])
  })

  it('selects without opening, by box and by space', async () => {
    const opened: string[] = []
    function Page() {
      const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
      return (
        <>
          <output>{[...selection].join(' ')}</output>
          <RecordTable
            form="deal"
            label="Deals"
            columns={['name']}
            rows={rows}
            loading={false}
            hasMore={false}
            loadingMore={false}
            onLoadMore={() => undefined}
            sort={[]}
            onSort={() => undefined}
            onOpen={(record) => {
              opened.push(record.id)
            }}
            selection={selection}
            onSelect={setSelection}
          />
        </>
      )
    }
    renderApp({ forms: [form] }, <Page />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Deal 2' }))
    cell('0:0')?.focus()
    fireEvent.keyDown(document.activeElement!, { key: ' ' })
    expect(screen.getByRole('status').textContent).toBe('r2 r0')
    expect(opened).toEqual([])
  })

  it('asks for more when the end comes in sight', async () => {
    let asked = 0
    draw({
      rows: rows.slice(0, 5),
      hasMore: true,
      onLoadMore: () => {
        asked += 1
      },
    })
    await waitFor(() => expect(asked).toBe(1))
  })

  it('says what to do when there is nothing', () => {
    draw({ rows: [], empty: <p>Make the first one</p> })
    expect(screen.getByText('Make the first one')).toBeTruthy()
  })
})
