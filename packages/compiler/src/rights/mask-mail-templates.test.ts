import { aForm, aMoneyField, anApp, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
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

test('AZ-03: a template of a mail names no field that its reader may not know, and keeps its place empty', () => {
  const template = {
    key: 'offer',
    label: { en: 'Offer' },
    subject: { en: '{{name}}: {{cost}}' },
    text: { en: 'From {{owner}}', zh: '{{cost}}，{{name}}' },
  }
  const app = anApp({
    forms: [
      aForm({
        key: 'deal',
        fields: [aTextField(), aMoneyField({ key: 'cost' })],
        mailTemplates: [template],
      }),
    ],
    roles: [aRole({ key: 'own', forms: [aRight({ form: 'deal', actions: ['read'], read: ['name'] })] })],
  })
  const [form] = maskDefinition(app, compileRights(app, actor)).forms
  expect(form?.mailTemplates).toEqual([
    {
      ...template,
      subject: { en: '{{name}}: {{-}}' },
      text: { en: 'From {{owner}}', zh: '{{-}}，{{name}}' },
    },
  ])
})
