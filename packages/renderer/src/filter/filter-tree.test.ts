import type { Expression } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { countConditions, readFilter, writeFilter, type Group } from './filter-tree.ts'

const filters: readonly Expression[] = [
  { eq: [{ var: 'owner' }, { var: '$me' }] },
  { and: [{ in: [{ var: 'stage' }, ['won', 'lost']] }, { gte: [{ var: 'amount' }, '10000'] }] },
  {
    or: [
      { isEmpty: [{ var: 'close_date' }] },
      { and: [{ thisMonth: [{ var: 'close_date' }] }, { contains: [{ var: 'name' }, 'a'] }] },
    ],
  },
  {
    and: [
      { coversDay: [{ var: 'term.start' }, { var: 'term.end' }, '2026-01-01'] },
      { overlapsDays: [{ var: 'term.start' }, { var: 'term.end' }, '2026-01-01', '2026-01-31'] },
      { withinMetres: [{ var: 'spot.latitude' }, { var: 'spot.longitude' }, '31.2', '121.4', 500] },
      { eq: [{ var: 'place.province' }, '广东省'] },
    ],
  },
  { and: [{ between: [{ var: 'amount' }, '1', '2'] }, { inLast: [{ var: 'created_at' }, 30, 'day'] }] },
]

describe('a filter', () => {
  it.each(filters)('survives reading and writing: %j', (filter) => {
    const tree = readFilter(filter)
    expect(tree).not.toBeNull()
    expect(writeFilter(tree as Group)).toEqual(filter)
  })

  it('shows days of before as a window with a unit', () => {
    const tree = readFilter({ inNextDays: [{ var: 'due' }, 7] })
    expect(writeFilter(tree as Group)).toEqual({ inNext: [{ var: 'due' }, 7, 'day'] })
  })

  it.each([
    { '!': [{ lt: [{ var: 'a' }, 1] }] },
    { '!': [{ and: [{ eq: [{ var: 'a' }, 1] }, { lt: [{ var: 'a' }, 1] }] }] },
    { eq: [{ add: [{ var: 'a' }, 1] }, 2] },
    'text',
  ] as Expression[])('that says more than the builder can show is not touched: %j', (filter) => {
    expect(readFilter(filter)).toBeNull()
  })

  it.each([
    [{ '!': [{ in: [{ var: 'stage' }, ['won']] }] }, { notIn: [{ var: 'stage' }, ['won']] }],
    [{ '!': { notEmpty: [{ var: 'a' }] } }, { isEmpty: [{ var: 'a' }] }],
    [{ '!': [{ '!': [{ eq: [{ var: 'a' }, 1] }] }] }, { eq: [{ var: 'a' }, 1] }],
    [
      { '!': [{ or: [{ eq: [{ var: 'a' }, 1] }, { isEmpty: [{ var: 'b' }] }] }] },
      { and: [{ ne: [{ var: 'a' }, 1] }, { notEmpty: [{ var: 'b' }] }] },
    ],
  ] as [Expression, Expression][])('shows %j by its contrary', (filter, shown) => {
    expect(writeFilter(readFilter(filter) as Group)).toEqual(shown)
  })

  it('leaves out conditions that are not complete', () => {
    const tree: Group = {
      kind: 'group',
      join: 'and',
      items: [
        { kind: 'condition', path: 'amount', operator: 'gte', value: null },
        { kind: 'condition', path: 'amount', operator: 'between', value: ['1', null] },
        { kind: 'condition', path: 'stage', operator: 'in', value: [] },
      ],
    }
    expect(writeFilter(tree)).toBeNull()
  })

  it('knows how many conditions it has', () => {
    expect(countConditions(filters[2] ?? null)).toBe(3)
    expect(countConditions(null)).toBe(0)
  })
})
