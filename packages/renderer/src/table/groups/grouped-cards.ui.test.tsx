import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { GroupedCards } from './grouped-cards.tsx'
import type { TableEntry } from './table-entry.ts'

afterEach(cleanup)

const group = (value: string, open: boolean): TableEntry => ({
  kind: 'group',
  key: value,
  level: 0,
  by: { field: 'stage' },
  group: { value, title: null, count: 2, figures: [], filter: true },
  open,
})
const row = (id: string, at: number): TableEntry => ({
  kind: 'row',
  key: id,
  record: aRecord({ id, title: id }, { name: id }),
  row: at,
})

it('cards stand below the headings of their groups, which unfold them and fetch more', async () => {
  const said: unknown[] = []
  renderApp(
    { forms: [aForm([aTextField(), stageField])] },
    <GroupedCards
      form="deal"
      label="Deals"
      grouping={{
        entries: [
          group('won', true),
          row('a', 0),
          row('b', 1),
          { kind: 'more', key: 'm', level: 1, fetch: () => said.push('more') },
          group('lost', false),
        ],
        onToggle: (key, open) => said.push([key, open]),
      }}
      card={({ id }) => <li key={id}>{id}</li>}
    />,
  )
  expect(screen.getAllByRole('list')).toHaveLength(1)
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['a', 'b'])
  const heads = screen.getAllByRole('heading').map((head) => head.querySelector('button'))
  expect(heads.map((head) => head?.getAttribute('aria-expanded'))).toEqual(['true', 'false'])
  for (const head of heads) await userEvent.click(head ?? document.body)
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
  expect(said).toEqual([['won', false], ['lost', true], 'more'])
})
