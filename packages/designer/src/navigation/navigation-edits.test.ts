import type { NavigationGroup } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { moveEntry, moveGroup } from './navigation-edits.ts'

const group = (key: string, ...forms: string[]): NavigationGroup => ({
  key,
  label: { en: key },
  items: forms.map((form) => ({ type: 'form', key: form })),
})
const groups = [group('sales', 'lead', 'deal'), group('money', 'invoice')]
const shape = (list: readonly NavigationGroup[]) =>
  list.map(({ key, items }) => [key, ...items.map((item) => item.key)].join(' '))

describe('ordering the navigation', () => {
  it.each([
    ['within a group', { group: 0, item: 0 }, 1, ['sales deal lead', 'money invoice']],
    ['down into the next group', { group: 0, item: 1 }, 1, ['sales lead', 'money deal invoice']],
    ['up into the group before', { group: 1, item: 0 }, -1, ['sales lead deal invoice', 'money']],
    ['not over the top', { group: 0, item: 0 }, -1, ['sales lead deal', 'money invoice']],
    ['not over the end', { group: 1, item: 0 }, 1, ['sales lead deal', 'money invoice']],
  ] as const)('moves an entry %s', (_, at, by, expected) => {
    expect(shape(moveEntry(groups, at, by))).toEqual(expected)
  })

  it('moves whole groups', () => {
    expect(shape(moveGroup(groups, 0, 1))).toEqual(['money invoice', 'sales lead deal'])
    expect(shape(moveGroup(groups, 0, -1))).toEqual(shape(groups))
  })
})
