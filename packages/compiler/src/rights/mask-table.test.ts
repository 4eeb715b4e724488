import { aForm, aMoneyField, anApp, aRight, aRole, aTextField, aView } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { compileRights } from './compile-rights.ts'
import { maskDefinition } from './mask-definition.ts'

const actor: Actor = {
  memberId: 'm',
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: ['own'],
  admin: false,
  zone: 'UTC',
  locale: 'en',
}

test('AZ-05: the settings of a table betray no field that may not be read', () => {
  const words = { en: 'Dear', zh: '贵' }
  const dear = { gt: [{ var: 'cost' }, 1000] }
  const named = { notEmpty: [{ var: 'name' }] }
  const app = anApp({
    forms: [aForm({ key: 'deal', fields: [aTextField(), aMoneyField({ key: 'cost' })] })],
    roles: [aRole({ key: 'own', forms: [aRight({ form: 'deal', actions: ['read'], read: ['name'] })] })],
    views: [
      aView({
        form: 'deal',
        columns: ['name', 'cost'],
        table: {
          frozen: 2,
          wrap: ['name', 'cost'],
          widths: [{ field: 'cost', width: 100 }],
          groups: [{ field: 'cost' }, { field: 'name' }],
          summaries: [{ field: 'cost', function: 'sum' }],
          rowColors: [{ when: dear, color: 'red', label: words }],
          quickFilters: [
            { label: words, filter: dear },
            { label: words, filter: named },
            { field: 'cost' },
            { field: 'name' },
          ],
        },
      }),
    ],
  })
  const rights = compileRights(app, actor)
  expect(maskDefinition(app, rights).views[0]?.table).toEqual({
    frozen: 2,
    wrap: ['name'],
    widths: [],
    groups: [{ field: 'name' }],
    summaries: [],
    rowColors: [],
    quickFilters: [{ label: words, filter: named }, { field: 'name' }],
  })
})
