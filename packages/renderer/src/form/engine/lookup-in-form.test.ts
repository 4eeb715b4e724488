import { indexDefinition } from '@pipewright/metadata'
import {
  aChoiceField,
  aForm,
  aLookupField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { createFormEngine } from './create-form-engine.ts'

const definition = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField(), aChoiceField({ key: 'industry' })] }),
    aForm({ key: 'deal', fields: [aTextField(), aRelationField(), aLookupField()] }),
  ],
})
const form = definition.forms[1]

test('a lookup shows the value of the chosen record as soon as that is known', () => {
  if (form === undefined) throw new Error('no form')
  const index = indexDefinition(definition)
  const known = new Map([['a', { industry: 'won' }]])
  const engine = createFormEngine({
    index,
    form,
    rights: {
      create: true,
      read: true,
      update: true,
      delete: true,
      purge: true,
      import: true,
      export: true,
      fields: { name: 'write', account: 'write', industry: 'read' },
    },
    locale: 'en',
    writer: { roles: [], device: null },
    context: { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' },
    related: { find: (_, id) => known.get(id) },
  })
  expect(engine?.derive({ name: 'x', account: 'a' }, null).values['industry']).toBe('won')
  expect(engine?.derive({ name: 'x', account: null, industry: 'lost' }, null).values['industry']).toBeNull()
  const waiting = { name: 'x', account: 'b', industry: 'lost' }
  expect(engine?.derive(waiting, null).values['industry']).toBe('lost')
})
