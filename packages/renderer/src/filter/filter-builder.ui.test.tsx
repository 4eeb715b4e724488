import type { Expression, Field } from '@pipewright/schemas'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../environment/renderer-data.ts'
import { aForm, aTextField, stageField } from '../testing/sample-app.ts'
import { renderApp } from '../testing/render-app.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterBuilder } from './filter-builder.tsx'
import { FilterSentence } from './filter-sentence.tsx'

afterEach(cleanup)

const form = aForm([
  aTextField(),
  stageField,
  { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
  { type: 'date', key: 'due', label: { en: 'Due' } },
  { type: 'member', key: 'agent', label: { en: 'Agent' } },
  { type: 'department', key: 'unit', label: { en: 'Unit' } },
])

function draw(start: Expression | null = null) {
  const said: (Expression | null)[] = []
  function Page() {
    const [value, setValue] = useState(start)
    return (
      <FilterBuilder
        form="deal"
        value={value}
        onChange={(next) => {
          said.push(next)
          setValue(next)
        }}
      />
    )
  }
  renderApp({ forms: [form] }, <Page />)
  return said
}

async function choose(name: string, option: string) {
  const select = screen.getByRole('combobox', { name })
  fireEvent.mouseDown(select)
  await userEvent.click(await screen.findByTitle(option))
}

it('builds conditions of the language; unfinished ones say nothing', async () => {
  const said = draw()
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  expect(said).toEqual([])
  await userEvent.type(screen.getByLabelText('Value of condition 1'), 'x')
  expect(said.at(-1)).toEqual({ contains: [{ var: 'name' }, 'x'] })
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  await choose('Field of condition 2', 'Amount')
  await choose('Comparison of condition 2', 'is at least')
  await userEvent.type(screen.getByLabelText('Value of condition 2'), '1,000')
  expect(said.at(-1)).toEqual({
    and: [{ contains: [{ var: 'name' }, 'x'] }, { gte: [{ var: 'amount' }, '1000'] }],
  })
  await userEvent.click(screen.getByRole('button', { name: 'Remove condition 1' }))
  expect(said.at(-1)).toEqual({ gte: [{ var: 'amount' }, '1000'] })
})

it('keeps a choice compared with one option, and its value when more are wanted', async () => {
  const said = draw({ eq: [{ var: 'stage' }, 'lost'] })
  expect(screen.getByTitle('is')).toBeTruthy()
  expect(screen.getByText('Lost')).toBeTruthy()
  await choose('Comparison of condition 1', 'is any of')
  expect(said.at(-1)).toEqual({ in: [{ var: 'stage' }, ['lost']] })
})

it('asks how many units a window of time is long', async () => {
  const said = draw({ inLastDays: [{ var: 'due' }, 7] })
  expect(screen.getByTitle('is in the last …')).toBeTruthy()
  await choose('Value of condition 1: Unit', 'quarters')
  expect(said.at(-1)).toEqual({ inLast: [{ var: 'due' }, 7, 'quarter'] })
  await userEvent.clear(screen.getByLabelText('Value of condition 1'))
  expect(said.at(-1)).toBeNull()
  await userEvent.type(screen.getByLabelText('Value of condition 1'), '900')
  expect(said.at(-1)).toEqual({ inLast: [{ var: 'due' }, 400, 'quarter'] })
})

it('offers who follows from the reader; a group stands alone', async () => {
  const said = draw({
    and: [{ in: [{ var: 'agent' }, ['me']] }, { in: [{ var: 'unit' }, [{ var: '$department' }]] }],
  })
  await choose('Value of condition 1', 'Me')
  const unit = { in: [{ var: 'unit' }, [{ var: '$department' }]] }
  expect(said.at(-1)).toEqual({ and: [{ in: [{ var: 'agent' }, ['me', { var: '$me' }]] }, unit] })
  await choose('Value of condition 1', 'My team')
  expect(said.at(-1)).toEqual({ and: [{ in: [{ var: 'agent' }, { var: '$team' }] }, unit] })
  await choose('Value of condition 1', 'Li Na')
  expect(said.at(-1)).toEqual({ and: [{ in: [{ var: 'agent' }, ['me']] }, unit] })
})

it('says that names of records load, then says them, or that they are not visible', async () => {
  let answer: (found: readonly { id: string; title: string }[]) => void = () => undefined
  const searchRecords = vi.fn<RendererData['searchRecords']>(
    () =>
      new Promise<readonly { id: string; title: string }[]>((resolve) => {
        answer = resolve
      }),
  )
  const relation: Field = { type: 'relation', key: 'parent', label: { en: 'Parent' }, form: 'deal' }
  const filter = { in: [{ var: 'parent' }, ['r1', 'r2']] }
  renderApp(
    { forms: [aForm([aTextField(), relation])], data: { searchRecords } },
    <>
      <FilterBuilder form="deal" value={filter} onChange={() => undefined} />
      <FilterSentence form="deal" filter={filter} className="said" />
    </>,
  )
  const said = () => document.querySelector('.said')?.textContent
  expect(said()).toBe('Parent is one of Loading… or Loading…')
  expect(screen.queryByText('Not visible to you')).toBeNull()
  await waitFor(() => expect(searchRecords).toHaveBeenCalledTimes(1))
  expect(searchRecords.mock.calls).toEqual([
    ['deal', { text: '', filter: { in: [{ var: 'id' }, ['r1', 'r2']] }, limit: 2 }],
  ])
  act(() => answer([{ id: 'r1', title: 'First' }]))
  await waitFor(() => expect(said()).toBe('Parent is one of First or Not visible to you'))
  expect(screen.getByText('First')).toBeTruthy()
})

it('can be replaced but not broken when it says more than can be shown', async () => {
  const said = draw({ '!': [{ contains: [{ var: 'name' }, 'x'] }] })
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(said).toEqual([null])
  expect(screen.getByText(/No conditions yet/)).toBeTruthy()
})

it.each([
  ['en', 'Due is in the last 3 months and Agent is one of my team'],
  ['zh', 'Due 在最近 3 个月内 且 Agent 是 我的团队 之一'],
] as const)('tells windows and people in %s', async (locale, words) => {
  const filter = {
    and: [{ inLast: [{ var: 'due' }, 3, 'month'] }, { in: [{ var: 'agent' }, { var: '$team' }] }],
  }
  renderApp(
    { forms: [form], locale },
    <FilterBar form="deal" value={filter} onChange={() => undefined} search="" onSearch={() => undefined} />,
  )
  await waitFor(() =>
    expect(document.querySelector('.pw-filter-sentence')?.textContent ?? '').toContain(words),
  )
})

it.each([
  ['en', 'Stage is one of Won or Lost and Amount is at least 10,000'],
  ['zh', '赢单'],
] as const)('is told as a sentence in %s', async (locale, words) => {
  const filter = { and: [{ in: [{ var: 'stage' }, ['won', 'lost']] }, { gte: [{ var: 'amount' }, '10000'] }] }
  renderApp(
    { forms: [form], locale },
    <FilterBar form="deal" value={filter} onChange={() => undefined} search="" onSearch={() => undefined} />,
  )
  await waitFor(() =>
    expect(document.querySelector('.pw-filter-sentence')?.textContent ?? '').toContain(words),
  )
})
