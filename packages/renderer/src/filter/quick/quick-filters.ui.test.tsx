import type { Expression, QuickFilter } from '@pipewright/schemas'
import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { QuickFilters } from './quick-filters.tsx'
// Drawn on demand; loaded here so that no test waits for it.
import './chip-panel.tsx'
import '../filter-sentence.tsx'

afterEach(cleanup)

const form = aForm([
  aTextField(),
  stageField,
  { type: 'date', key: 'close', label: { en: 'Close date' } },
  { type: 'yesNo', key: 'hot', label: { en: 'Hot' } },
])

function draw(offered?: readonly QuickFilter[]) {
  const said: (Expression | null)[] = []
  function List() {
    const [filter, setFilter] = useState<Expression | null>(null)
    return (
      <QuickFilters
        form="deal"
        columns={['name', 'stage', 'close', 'hot']}
        offered={offered}
        filter={filter}
        onFilter={(next) => {
          said.push(next)
          setFilter(next)
        }}
      />
    )
  }
  renderApp({ forms: [form] }, <List />)
  return said
}

it('offers the stage, whose a record is, days and yes or no where nobody chose what to offer', () => {
  draw()
  const chips = within(screen.getByRole('group', { name: 'Quick filters' })).getAllByRole('button')
  expect(chips.map((chip) => chip.textContent?.trim())).toEqual(['Stage', 'Owner', 'Close date', 'Hot'])
})

it('narrows by several at once, says so in words, and gives each back by itself', async () => {
  const said = draw([
    { field: 'stage' },
    { field: 'close' },
    { field: 'hot' },
    { label: { en: 'Mine' }, filter: { in: [{ var: 'owner' }, [{ var: '$me' }]] } },
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Stage' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Won' }))
  const stage = { in: [{ var: 'stage' }, ['won']] }
  expect(said.at(-1)).toEqual(stage)
  await userEvent.click(screen.getByRole('button', { name: 'Close date' }))
  await userEvent.click(await screen.findByRole('radio', { name: /last 30 days/ }))
  const close = { inLast: [{ var: 'close' }, 30, 'day'] }
  expect(said.at(-1)).toEqual({ and: [stage, close] })
  await userEvent.click(screen.getByRole('button', { name: 'Mine' }))
  const mine = { in: [{ var: 'owner' }, [{ var: '$me' }]] }
  expect(said.at(-1)).toEqual({ and: [stage, close, mine] })
  expect(screen.getByRole('button', { name: 'Mine' }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('button', { name: /Stage.*Won/ })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Do not filter by Stage' }))
  expect(said.at(-1)).toEqual({ and: [close, mine] })
})
