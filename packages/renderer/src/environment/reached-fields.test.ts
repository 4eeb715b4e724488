import { indexDefinition } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { aDefinition, aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import { readableAt, relatedFields } from './reached-fields.ts'

const relation = (key: string, form: string): Field => ({ type: 'relation', key, label: { en: key }, form })

const account = aForm([aTextField(), aTextField({ key: 'secret' }), relation('parent', 'account')], {
  key: 'account',
})
const vault = aForm([aTextField()], { key: 'vault' })
const deal = aForm([
  aTextField(),
  relation('account', 'account'),
  relation('closed', 'account'),
  relation('vault', 'vault'),
  { type: 'relations', key: 'partners', label: { en: 'partners' }, form: 'account' },
  {
    type: 'lookup',
    key: 'above',
    label: { en: 'above' },
    path: 'account.parent',
    resultType: 'relation',
    resultForm: 'account',
  },
])
const { secret: _, ...known } = fullRights(account).fields
const { closed: __, ...own } = fullRights(deal).fields
const reading = {
  index: indexDefinition(aDefinition(deal, account, vault)),
  locale: 'en' as const,
  rights: {
    deal: { ...fullRights(deal), fields: own },
    account: { ...fullRights(account), fields: known },
    vault: { ...fullRights(vault), read: false },
  },
}

const system = ['owner', 'created_at', 'created_by', 'updated_at', 'updated_by']

it('reaches what may be read of one record, through relations that may be read', () => {
  const found = relatedFields(reading, 'deal')
  expect(found.map(({ relation: key }) => key)).toEqual(['account'])
  expect(found[0]?.fields.map(({ path }) => path)).toEqual(
    ['name', 'parent', ...system].map((key) => `account.${key}`),
  )
  expect(found[0]?.fields[0]?.label).toBe('account · Name')
})

it.each([
  ['name', 'Name'],
  ['account.name', 'account · Name'],
  ['account.parent.owner', 'account · parent · Owner'],
  ['partners.name', 'partners · Name'],
  ['account.secret', undefined],
  ['account.parent.secret', undefined],
  ['closed.name', undefined],
  ['vault.name', undefined],
  ['vault.owner', undefined],
  ['account.none', undefined],
])('reads %s as %s', (path, label) => {
  expect(readableAt(reading, 'deal', path)?.label).toBe(label)
})
