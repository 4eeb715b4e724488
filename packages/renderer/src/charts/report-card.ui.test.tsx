import type { ReportAnswer } from '@pipewright/contract'
import type { Expression, Report } from '@pipewright/schemas'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../testing/sample-app.ts'
import { renderApp } from '../testing/render-app.tsx'
import { ReportCard } from './report-card.tsx'

afterEach(cleanup)

const form = aForm([
  aTextField(),
  stageField,
  { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
])
const report: Report = {
  key: 'by_stage',
  form: 'deal',
  label: { en: 'By stage' },
  chart: 'table',
  dimensions: [{ field: 'stage' }],
  measures: [
    { key: 'n', label: { en: 'Deals' }, function: 'count' },
    { key: 'avg', label: { en: 'Average' }, function: 'avg', field: 'amount' },
  ],
}
const won = { eq: [{ var: 'stage' }, 'won'] }
const answer: ReportAnswer = {
  rows: [
    { groups: ['won'], values: ['1200', '0.3333333333'], filter: won },
    { groups: [null], values: ['3', null], filter: { isEmpty: [{ var: 'stage' }] } },
  ],
  totals: ['1203', '0.3333333333'],
  titles: {},
  more: true,
}

function draw(changes: Partial<Report>, shown: ReportAnswer | undefined = answer) {
  const drilled: Expression[] = []
  renderApp(
    { forms: [form] },
    <ReportCard
      report={{ ...report, ...changes }}
      answer={shown}
      onDrill={(filter) => {
        drilled.push(filter)
      }}
    />,
  )
  return drilled
}

const cells = () => screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))

describe('a report', () => {
  it('is read exactly as a table and leads to the records behind a figure', async () => {
    const drilled = draw({})
    expect(cells()).toEqual([
      ['Stage', 'Deals', 'Average'],
      ['Won', '1,200', '¥0.33'],
      ['None', '3', ''],
      ['Total', '1,203', '¥0.33'],
    ])
    expect(screen.getByText('Only the first 2 groups are shown.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '1,200 – Open the records of Won' }))
    expect(drilled).toEqual([won])
  })

  it('drawn as a funnel says its steps aloud, and can be read as a table', async () => {
    const drilled = draw({ chart: 'funnel' })
    await userEvent.click(screen.getByRole('button', { name: /^Won: 1,200, 100%/ }))
    expect(drilled).toEqual([won])
    await userEvent.click(screen.getByRole('button', { name: 'By stage: Show as table' }))
    expect(cells()[1]).toEqual(['Won', '1,200', '¥0.33'])
  })

  it('crosses two dimensions', () => {
    draw(
      { dimensions: [{ field: 'stage' }, { field: 'name' }] },
      {
        ...answer,
        rows: [
          { groups: ['won', 'x'], values: ['1', null], filter: won },
          { groups: ['open', 'y'], values: ['2', null], filter: won },
        ],
      },
    )
    expect(cells()).toEqual([
      ['Stage', 'x', 'y'],
      ['Won', '1', ''],
      ['Open', '', '2'],
    ])
  })

  it('says what is missing when there are no figures', () => {
    draw({ chart: 'bar' }, { rows: [], totals: [], titles: {}, more: false })
    expect(screen.getByText('No figures yet')).toBeTruthy()
  })
})
