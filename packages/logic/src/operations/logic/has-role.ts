import type { StrictOperation } from '../../operation.ts'
import { param, sql } from '../../sql/fragment.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textOf } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const hasRole: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'HASROLE',
    aliases: ['拥有角色'],
    params: { en: ['role'], zh: ['角色'] },
    help: {
      en: 'True when who is asking has the role; it is named by its key, in quotes.',
      zh: '当前用户拥有该角色时为真；角色用加引号的标识填写。',
    },
  },
  sentence: { en: 'I have the role {0}', zh: '我拥有角色 {0}' },
  asksWho: '$roles',
  check: signature(['text'], BOOLEAN),
  evaluate: ([role], { roles = [] }) => roles.includes(textOf(role ?? null) ?? ''),
  sql: ({ arg, context, mode }) =>
    asFlag(sql`${arg(0).value()} = any(${param([...(context.roles ?? [])], 'text', true)})`, mode),
}
