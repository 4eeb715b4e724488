import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aRecord } from '../testing/render-app.tsx'
import { spanOf, valuesOfSpan } from './record-span.ts'
import { windowFilter } from './window-filter.ts'

const field = (type: 'date' | 'dateTime' | 'dateRange', key: string): Field => ({ type, key, label: {} })
const zone = 'Asia/Shanghai'

test('days stay days, and moments are told by the clock of the member and back', () => {
  const days = { start: field('date', 'from'), end: field('date', 'to') }
  const record = aRecord({}, { from: '2026-11-21', to: '2026-11-23' })
  const span = spanOf(record, days, zone)
  expect(span).toEqual({ start: '2026-11-21', end: '2026-11-23', allDay: true })
  const moments = { start: field('dateTime', 'at'), end: undefined }
  const met = spanOf(aRecord({}, { at: '2026-11-21T18:30:00.000Z' }), moments, zone)
  expect(met).toEqual({ start: '2026-11-22T02:30:00', end: null, allDay: false })
  expect(valuesOfSpan(moments, { start: '2026-11-22T02:30:00', end: null, allDay: false }, zone)).toEqual({
    at: '2026-11-21T18:30:00.000Z',
  })
})

test('a period of one field is read and written whole, an end before the beginning is none', () => {
  const period = { start: field('dateRange', 'period'), end: undefined }
  const record = aRecord({}, { period: { start: '2026-11-21', end: '2026-12-02', days: '12', text: '' } })
  expect(spanOf(record, period, zone)).toEqual({ start: '2026-11-21', end: '2026-12-02', allDay: true })
  expect(valuesOfSpan(period, { start: '2026-11-22', end: null, allDay: true }, zone)).toEqual({
    period: { start: '2026-11-22', end: '2026-11-22' },
  })
  const days = { start: field('date', 'from'), end: field('date', 'to') }
  expect(spanOf(aRecord({}, { from: '2026-11-21', to: '2026-11-20' }), days, zone)?.end).toBeNull()
  expect(spanOf(aRecord({}, { from: null, to: '2026-11-20' }), days, zone)).toBeNull()
})

test('a window asks for what begins before its end and does not end before it', () => {
  const shown = { from: '2026-11-01', until: '2026-12-01' }
  expect(windowFilter({ start: field('dateRange', 'period'), end: undefined }, shown, zone)).toEqual({
    and: [{ lt: [{ var: 'period.start' }, '2026-12-01'] }, { gte: [{ var: 'period.end' }, '2026-11-01'] }],
  })
  expect(windowFilter({ start: field('dateTime', 'at'), end: undefined }, shown, zone)).toEqual({
    and: [
      { lt: [{ var: 'at' }, '2026-11-30T16:00:00.000Z'] },
      { gte: [{ var: 'at' }, '2026-10-31T16:00:00.000Z'] },
    ],
  })
})
