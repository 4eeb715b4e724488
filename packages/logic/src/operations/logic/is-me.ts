import type { StrictOperation } from '../../operation.ts'
import { checkPeople, namesOne, namesOneSql } from '../../semantics/reader.ts'
import { MEMBER_FORM } from '../../value-type.ts'

export const isMe: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISME',
    aliases: ['是当前用户'],
    params: { en: ['member'], zh: ['成员'] },
    help: {
      en: 'True when the member, or one of several members, is who is asking.',
      zh: '该成员（或多个成员之一）是当前用户时为真。',
    },
  },
  sentence: { en: '{0} is me', zh: '{0} 是我' },
  asksWho: '$me',
  check: (call) => checkPeople(call, MEMBER_FORM),
  evaluate: ([who], { me }) => namesOne(who ?? null, me === undefined ? [] : [me]),
  sql: (call) => namesOneSql(call, call.context.me === undefined ? [] : [call.context.me]),
}
