import type { StrictOperation } from '../../operation.ts'
import { param } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const today: StrictOperation = {
  arity: [0, 0],
  formula: {
    name: 'TODAY',
    aliases: ['今天'],
    params: { en: [], zh: [] },
    help: {
      en: 'The current day.',
      zh: '当天日期。',
    },
  },
  sentence: { en: 'today', zh: '今天' },
  volatile: true,
  check: signature([], DATE),
  evaluate: (_, context) => context.today,
  sql: ({ context }) => param(context.today, 'date'),
}
