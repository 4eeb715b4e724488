import { expect, test } from 'vitest'
import { fateOf, type AlikeChoice, type RowAlike, type RowChoice } from './row-alike.ts'

const looks = (given: Partial<RowAlike>): RowAlike => ({
  record: null,
  more: false,
  may: false,
  fields: ['phone'],
  twice: null,
  owners: [],
  ...given,
})
const there = looks({ record: 'a', may: true })
const unsure = looks({ record: 'a', more: true })
const repeated = looks({ twice: 2 })
const both = looks({ record: 'a', may: true, twice: 2 })
const concealed = looks({ owners: ['ann'] })

test.each<[string, RowAlike, RowChoice | null, AlikeChoice, string]>([
  ['is asked', there, null, { there: 'ask', twice: 'leave' }, 'ask'],
  ['changes the record it is', there, null, { there: 'update', twice: 'ask' }, 'update'],
  ['changes none where it is not sure which', unsure, null, { there: 'update', twice: 'ask' }, 'ask'],
  ['changes none that may not be seen', concealed, null, { there: 'update', twice: 'ask' }, 'ask'],
  ['stays out for one that may not be seen', concealed, null, { there: 'leave', twice: 'ask' }, 'leave'],
  ['repeats an earlier one and stays out', repeated, null, { there: 'update', twice: 'leave' }, 'leave'],
  ['repeats an earlier one and comes in', repeated, null, { there: 'leave', twice: 'import' }, 'import'],
  ['stays out as one of both says so', both, null, { there: 'update', twice: 'leave' }, 'leave'],
  ['is asked as one of both says so', both, null, { there: 'import', twice: 'ask' }, 'ask'],
  ['was decided alone', there, { fate: 'leave', record: 'a' }, { there: 'update', twice: 'ask' }, 'leave'],
  [
    'was decided when it looked like another',
    there,
    { fate: 'leave', record: 'b' },
    { there: 'update', twice: 'ask' },
    'update',
  ],
  [
    'was to change what is not sure any more',
    unsure,
    { fate: 'update', record: 'a' },
    { there: 'leave', twice: 'ask' },
    'leave',
  ],
])('a row that %s', (_what, alike, choice, chosen, fate) => {
  expect(fateOf(alike, choice, chosen)).toBe(fate)
})
