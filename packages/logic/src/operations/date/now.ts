import type { StrictOperation } from '../../operation.ts'
import { param } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { DATE_TIME } from '../../value-type.ts'

export const now: StrictOperation = {
  arity: [0, 0],
  formula: {
    name: 'NOW',
    aliases: ['现在'],
    params: { en: [], zh: [] },
    help: {
      en: 'The current moment.',
      zh: '当前时间。',
    },
  },
  sentence: { en: 'now', zh: '现在' },
  volatile: true,
  check: signature([], DATE_TIME),
  evaluate: (_, context) => context.now,
  sql: ({ context }) => param(context.now, 'timestamptz'),
}
