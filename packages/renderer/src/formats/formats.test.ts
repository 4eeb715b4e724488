import { describe, expect, it } from 'vitest'
import { dayOf, formatDate, formatDateTime, formatPeriod } from './date-format.ts'
import { formatCompact, formatMoney, formatNumber, formatPercent } from './decimal-format.ts'
import { instantOf, wallTime } from './zone-clock.ts'

describe('numbers', () => {
  it('keep every digit, however many there are', () => {
    expect(formatNumber('123456789012345678.91', 'en', 2)).toBe('123,456,789,012,345,678.91')
    expect(formatNumber('0.1', 'zh', 2)).toBe('0.10')
  })
  it('are shown as they stand when they are none', () => {
    expect(formatNumber('12a', 'en', 2)).toBe('12a')
  })
  it('carry sign and unit in the language of the reader', () => {
    expect(formatMoney('1234.5', 'zh', 'CNY', 2)).toBe('¥1,234.50')
    expect(formatPercent('12.50', 'en', 2)).toBe('12.5%')
    expect(formatCompact('1234567', 'zh')).toBe('123.5万')
    expect(formatCompact('1234567', 'en', 'USD')).toBe('$1.2M')
  })
})

describe('days and moments', () => {
  it('do not shift a calendar day', () => {
    expect(formatDate('2026-11-21', 'en')).toBe('Nov 21, 2026')
    expect(formatDate('2026-11-21', 'zh')).toBe('2026-11-21')
  })
  it('show a moment as the clock in the zone of the member does', () => {
    expect(formatDateTime('2026-11-21T18:30:00.000Z', 'zh', 'Asia/Shanghai')).toBe('2026-11-22 02:30')
    expect(dayOf('2026-11-21T18:30:00.000Z', 'America/New_York')).toBe('2026-11-21')
  })
  it('name periods', () => {
    expect(formatPeriod('2026-10-01', 'quarter', 'en')).toBe('Q4 2026')
    expect(formatPeriod('2026-10-01', 'quarter', 'zh')).toBe('2026年第4季度')
  })
  it.each(['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata'])(
    'go to the wall clock of %s and back',
    (zone) => {
      for (const instant of [
        '2026-03-29T00:30:00.000Z',
        '2026-07-01T12:00:00.000Z',
        '2026-11-21T23:59:00.000Z',
      ])
        expect(instantOf(wallTime(Date.parse(instant), zone), zone)).toBe(instant)
    },
  )
  it('read a time that a zone skips with the offset before it', () => {
    expect(instantOf('2026-03-29T02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })
})
