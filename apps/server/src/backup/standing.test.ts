import type { BackupRun } from '@pipewright/db'
import { expect, test } from 'vitest'
import { cutOffOf, restsAfter, standingBackups, troubleOf } from './standing.ts'

const night = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02:30:00.123Z`
const run = (day: number, outcome: BackupRun['outcome'], more: Partial<BackupRun> = {}): BackupRun => ({
  at: night(day),
  endedAt: outcome === null ? null : night(day).replace('02:30', '02:40'),
  outcome,
  reason: outcome === 'failed' ? 'no-room' : null,
  bytes: outcome === 'whole' ? 100 : null,
  ...more,
})
const file = (day: number, bytes = 100) => ({ file: '', at: night(day).replace('.123', '.000'), bytes })
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour)
const trouble = (files: ReturnType<typeof file>[], runs: BackupRun[], now: number) =>
  troubleOf(standingBackups(files, runs), runs, now)

test('a file is checked when the attempt that made it was whole and its size is still the same', () => {
  const files = [file(29), file(28, 99), file(27)]
  const runs = [run(29, 'whole'), run(28, 'whole')]
  expect(standingBackups(files, runs).map(({ checked }) => checked)).toEqual([
    'checked',
    'changed',
    'unknown',
  ])
})

test('trouble is a failure that nothing good came after, or a last good one older than 36 hours', () => {
  expect(trouble([file(28)], [run(28, 'whole')], at(29, 12))).toBeUndefined()
  expect(trouble([file(28)], [run(28, 'whole')], at(29, 15))).toEqual({ type: 'late' })
  const failed = { type: 'failed', at: night(29), reason: 'no-room' }
  expect(trouble([file(28)], [run(29, 'failed'), run(28, 'whole')], at(29, 4))).toEqual(failed)
  expect(trouble([file(29)], [run(29, 'whole'), run(28, 'failed')], at(29, 4))).toBeUndefined()
  expect(trouble([], [run(29, null)], at(29, 4))).toBeUndefined()
  expect(trouble([], [run(27, 'stopped')], at(29, 4))).toEqual({ type: 'late' })
  expect(trouble([], [], at(29, 4))).toBeUndefined()
})

test('a backup that was killed in between does not hide that the one before failed; a changed file is none', () => {
  expect(trouble([], [run(29, 'stopped'), run(28, 'failed')], at(29, 4))).toMatchObject({ type: 'failed' })
  expect(trouble([file(28, 99)], [run(28, 'whole'), run(26, 'whole')], at(29, 4))).toEqual({ type: 'late' })
})

test('an attempt that was cut off is told of until a whole one came after it, and not once another one failed', () => {
  const cutOff = (files: ReturnType<typeof file>[], runs: BackupRun[]) =>
    cutOffOf(standingBackups(files, runs), runs)
  expect(cutOff([file(28)], [run(29, 'stopped'), run(28, 'whole')])).toBe(night(29))
  expect(cutOff([file(28)], [run(30, null), run(29, 'stopped'), run(28, 'whole')])).toBe(night(29))
  expect(cutOff([file(30)], [run(30, 'whole'), run(29, 'stopped')])).toBeUndefined()
  expect(cutOff([file(30, 99)], [run(31, 'stopped'), run(30, 'whole')])).toBe(night(31))
  expect(cutOff([], [run(30, 'failed'), run(29, 'stopped')])).toBeUndefined()
  expect(cutOff([], [run(29, 'stopped')])).toBe(night(29))
  expect(cutOff([], [])).toBeUndefined()
})

test('after a failure it rests, also over a start; after anything else it does not', () => {
  const hour = 3_600_000
  expect(restsAfter([run(29, 'failed')], hour)).toBe(Date.parse('2026-11-29T02:40:00.123Z') + hour)
  expect(restsAfter([run(29, null), run(28, 'failed')], hour)).toBe(
    Date.parse('2026-11-28T02:40:00.123Z') + hour,
  )
  expect(restsAfter([run(29, 'stopped'), run(28, 'failed')], hour)).toBe(0)
  expect(restsAfter([], hour)).toBe(0)
})
