import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aRecord, renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField } from '../testing/sample-app.ts'
import { RecordTable } from './record-table.tsx'
import type { RecordTableProps } from './record-table-props.ts'

afterEach(cleanup)

// jsdom lays nothing out: every element is as large as a window.
const size = { clientHeight: 720, clientWidth: 1200, offsetHeight: 720, offsetWidth: 1200 }
for (const [name, value] of Object.entries(size))
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })

const count = 300
const paths = Array.from({ length: count }, (_, at) => (at === 0 ? 'name' : `f_${at}`))
const fields = paths.map((key, at) =>
  at === 0 ? aTextField() : { type: 'text' as const, key, label: { en: `Field ${at}` } },
)
const rows = Array.from({ length: 100 }, (_, row) =>
  aRecord(
    { id: `r${row}`, title: `Row ${row}` },
    Object.fromEntries(paths.map((path, at) => [path, `${row}/${at}`])),
  ),
)
const nothing = () => undefined

function draw(changes: Partial<RecordTableProps> = {}) {
  const paste = vi.fn<(...given: unknown[]) => void>()
  renderApp(
    { forms: [aForm(fields)] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={paths}
      rows={rows}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={nothing}
      sort={[]}
      onSort={nothing}
      onOpen={nothing}
      onMenu={nothing}
      selection={new Set()}
      onSelect={nothing}
      cells={{ save: async () => null, change: nothing, paste }}
      {...changes}
    />,
  )
  return { paste }
}

const cell = (place: string) => document.querySelector<HTMLElement>(`[data-cell="${place}"]`)
const heads = () =>
  [...document.querySelectorAll<HTMLElement>('[data-column]')].map(({ dataset }) => dataset['column'] ?? '')
const scrollTo = (left: number) => {
  const table = document.querySelector<HTMLElement>('.pw-table')
  if (table === null) throw new Error('no table')
  table.scrollLeft = left
  fireEvent.scroll(table)
}
const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))

it('draws of 300 columns those around what is in sight, and those that stay, each in its own track', () => {
  draw({ settings: { frozen: 2, wrap: ['f_250'] } })
  expect(heads().length).toBeLessThan(40)
  expect(heads().slice(0, 3)).toEqual(['name', 'f_1', 'f_2'])
  expect(heads().at(-1)).toBe('f_250')
  const grid = screen.getByRole('grid')
  expect(grid.getAttribute('aria-colcount')).toBe('302')
  scrollTo(20_000)
  const drawn = heads()
  expect(drawn.slice(0, 2)).toEqual(['name', 'f_1'])
  expect(drawn[2]).not.toBe('f_2')
  expect(drawn.length).toBeLessThan(40)
  const [third = ''] = drawn.slice(2)
  const head = document.querySelector<HTMLElement>(`[data-column="${third}"]`)
  const position = paths.indexOf(third)
  expect([head?.style.gridColumn, head?.getAttribute('aria-colindex')]).toEqual([
    String(position + 2),
    String(position + 2),
  ])
  expect(cell(`0:${position}`)?.style.gridColumn).toBe(String(position + 2))
})

it('leads the keyboard to columns that were not drawn, in rows and heads', async () => {
  draw()
  act(() => cell('0:1')?.focus())
  fireEvent.keyDown(cell('0:1') ?? document.body, { key: 'End' })
  await frame()
  expect(document.activeElement).toBe(cell('0:299'))
  fireEvent.keyDown(cell('0:299') ?? document.body, { key: 'ArrowLeft' })
  await frame()
  expect(document.activeElement).toBe(cell('0:298'))
  const last = heads().at(-1) ?? ''
  const name = document.querySelector<HTMLElement>(`[data-column="${last}"] .pw-th-name`)
  act(() => name?.focus())
  fireEvent.keyDown(name ?? document.body, { key: 'ArrowRight' })
  const beside = paths[paths.indexOf(last) + 1] ?? ''
  expect(document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column']).toBe(beside)
})

it('copies and pastes blocks that reach beyond what is drawn, also before what writes them as text has come', async () => {
  const { paste } = draw()
  act(() => cell('0:1')?.focus())
  fireEvent.keyDown(cell('0:1') ?? document.body, { key: 'a', ctrlKey: true })
  const given: Record<string, string> = {}
  const copy = () =>
    fireEvent.copy(cell('0:1') ?? document.body, {
      clipboardData: {
        setData: (type: string, data: string) => {
          given[type] = data
        },
      },
    })
  // What browsers do when a page asks them to copy.
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: (command: string) => command === 'copy' && copy(),
  })
  copy()
  await waitFor(() => expect(given['text/plain']).toBeDefined())
  const lines = (given['text/plain'] ?? '').split(/\r?\n/).filter(Boolean)
  expect([lines.length, lines[99]?.split('\t').length, lines[99]?.split('\t').at(-1)]).toEqual([
    100,
    300,
    '99/299',
  ])
  const line = Array.from({ length: 200 }, (_, at) => `new ${at}`).join('\t')
  fireEvent.keyDown(cell('0:1') ?? document.body, { key: 'Escape' })
  fireEvent.paste(cell('0:1') ?? document.body, {
    clipboardData: { getData: (type: string) => (type === 'text/plain' ? line : '') },
  })
  const [[pasted]] = paste.mock.calls as unknown as [[{ texts: Record<string, string> }[]]]
  expect(Object.keys(pasted[0]?.texts ?? {})).toHaveLength(200)
  expect(pasted[0]?.texts['f_200']).toBe('new 199')
})

it(
  'takes a key that begins a text itself while its control is on the way, so that it does not stand there twice',
  { timeout: 30_000 },
  async () => {
    draw()
    act(() => cell('0:1')?.focus())
    const press = (key: string) => fireEvent.keyDown(cell('0:1') ?? document.body, { key })
    expect([press('o'), press('n'), press('e')]).toEqual([false, false, false])
    expect(await screen.findByDisplayValue('one', {}, { timeout: 20_000 })).toBeTruthy()
  },
)

it('takes what was typed and ended before its control has come', { timeout: 30_000 }, async () => {
  const save = vi.fn<(...given: unknown[]) => Promise<null>>(async () => null)
  draw({ cells: { save, change: nothing, paste: nothing } })
  act(() => cell('0:1')?.focus())
  for (const key of ['o', 'n', 'e', 'Enter'])
    expect(fireEvent.keyDown(cell('0:1') ?? document.body, { key })).toBe(false)
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1), { timeout: 20_000 })
  expect(save.mock.calls[0]?.[1]).toBe('one')
})
