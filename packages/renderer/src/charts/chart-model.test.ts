import type { ReportAnswer } from '@pipewright/contract'
import { indexDefinition } from '@pipewright/metadata'
import { aForm, anApp, aReport } from '@pipewright/metadata/builders'
import type { Report } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { chartModel, type ChartScene } from './chart-model.ts'

const form = aForm({
  key: 'deal',
  fields: [
    { type: 'date', key: 'day', label: { en: 'Day' } },
    { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
  ],
})
const scene: ChartScene = {
  index: indexDefinition(anApp({ forms: [form] })),
  locale: 'en',
  none: 'None',
  format: (_, value) => String(value),
}
const amount = { key: 'sum', label: { en: 'Sum' }, function: 'sum', field: 'amount' } as const
const count = { key: 'n', label: { en: 'Count' }, function: 'count' } as const
const report = (measures: Report['measures']): Report =>
  aReport({ form: 'deal', dimensions: [{ field: 'day', bucket: 'month' }], measures })
const filter = { isEmpty: [{ var: 'day' }] }
const answer: ReportAnswer = {
  rows: [
    { groups: ['2026-01-01'], values: ['1200000', '3'], filter },
    { groups: ['2026-03-01'], values: ['900000', '1'], filter },
  ],
  totals: ['2100000', '4'],
  titles: {},
  more: false,
}

it('lays what counts in another unit along an axis of its own', () => {
  const { axes, short } = chartModel(report([amount, count]), answer, scene)
  expect(axes).toEqual([0, 1])
  expect([short[0](1_200_000), short[1](3)]).toEqual(['¥1.2M', '3'])
  const least = { ...amount, key: 'min', function: 'min' } as const
  expect(chartModel(report([amount, least]), answer, scene).axes).toEqual([0, 0])
})

it('has a place without figures for a month in which there was nothing', () => {
  const { groups, figures } = chartModel(report([amount, count]), answer, scene)
  expect(groups).toEqual(['Jan 2026', 'Feb 2026', 'Mar 2026'])
  expect(figures.map((line) => line.map((figure) => figure?.text ?? null))).toEqual([
    ['1200000', '3'],
    [null, null],
    ['900000', '1'],
  ])
})
