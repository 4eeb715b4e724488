import { aReport } from '@pipewright/metadata/builders'
import type { Report } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { withGaps } from './period-gaps.ts'

type Bucket = NonNullable<Report['dimensions'][number]['bucket']>

const by = (bucket: Bucket | undefined, changes: Partial<Report> = {}): Report =>
  aReport({ dimensions: [{ field: 'day', ...(bucket === undefined ? {} : { bucket }) }], ...changes })

describe('periods that hold nothing', () => {
  it('stand between those that hold something', () => {
    expect(withGaps(by('month'), ['2025-12-01', '2026-03-01', '2026-04-01'])).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ])
    expect(withGaps(by('week'), ['2026-12-21', '2027-01-04'])).toEqual([
      '2026-12-21',
      '2026-12-28',
      '2027-01-04',
    ])
    expect(withGaps(by('quarter'), ['2026-01-01', '2026-07-01'])).toHaveLength(3)
    expect(withGaps(by('year'), ['2024-01-01', '2026-01-01'])).toHaveLength(3)
  })

  it('leave records without a day where they are', () => {
    expect(withGaps(by('day'), ['2026-02-27', '2026-03-01', null])).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      null,
    ])
  })

  it('are not drawn where groups go by their figures, are no periods, or would be too many', () => {
    const months = ['2026-01-01', '2026-03-01']
    expect(withGaps(by('month', { sort: 'measureDesc' }), months)).toEqual(months)
    expect(withGaps(by(undefined), ['b', 'a'])).toEqual(['b', 'a'])
    expect(withGaps(by('day'), ['1999-01-01', '2026-01-01'])).toEqual(['1999-01-01', '2026-01-01'])
  })
})
