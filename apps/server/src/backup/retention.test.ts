import { expect, test } from 'vitest'
import { whichMayGo } from './retention.ts'

const night = (day: number) => new Date(Date.UTC(2026, 10, day, 2, 30)).toISOString()
const nights = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => night(from + n))
const usual = { daily: 7, weekly: 4 }
const stay = (ats: readonly string[], retention = usual) => {
  const gone = new Set(whichMayGo(ats, retention))
  return ats.filter((at) => !gone.has(at)).map((at) => at.slice(5, 10))
}

test('of many nights seven days stay and the newest of four weeks before', () => {
  // 29 November 2026 is a Sunday.
  const weeks = ['11-01', '11-08', '11-15', '11-22']
  const days = ['11-23', '11-24', '11-25', '11-26', '11-27', '11-28', '11-29']
  expect(stay(nights(-10, 29))).toEqual([...weeks, ...days])
})

test('of several on one day the newest stays', () => {
  const [early, late] = ['2026-11-29T02:30:00.000Z', '2026-11-29T14:00:00.000Z']
  expect(whichMayGo([early, late], usual)).toEqual([early])
})

test('after weeks without a backup nothing goes, and the last one never does', () => {
  expect(whichMayGo([night(1)], usual)).toEqual([])
  expect(whichMayGo(nights(1, 7), usual)).toEqual([])
  expect(whichMayGo([night(1)], { daily: 0, weekly: 0 })).toEqual([])
})

test('run night after night it keeps what it would keep of all of them', () => {
  let kept: string[] = []
  for (const at of nights(-60, 29)) {
    const all = [...kept, at]
    const gone = new Set(whichMayGo(all, usual))
    kept = all.filter((one) => !gone.has(one))
  }
  expect(kept.length).toBe(11)
  expect(stay(nights(-60, 29))).toEqual(kept.map((at) => at.slice(5, 10)))
})
