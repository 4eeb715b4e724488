import { aForm, aLookupField, anApp, aRelationField, aTextField } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { listsAbout } from './lists-about.ts'

const definition = anApp({
  forms: [
    aForm({ key: 'region', fields: [aTextField({ key: 'name' })] }),
    aForm({
      key: 'account',
      fields: [aTextField({ key: 'name' }), aRelationField({ key: 'region', form: 'region' })],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField({ key: 'name' }),
        aRelationField({ key: 'account', form: 'account' }),
        aLookupField({ key: 'region_name', path: 'account.region.name' }),
      ],
    }),
  ],
})

/** A list of deals that is open, with what it shows. */
function open(asked: object, rows: readonly object[] = []) {
  const list = { queryKey: ['records', 'w', 'deal', 'pages', asked], state: { data: { pages: [{ rows }] } } }
  return (changed: string, ids: string[] | null = ['x']) =>
    listsAbout(definition, [list], changed, ids === null ? null : new Set(ids)).length === 1
}

const filter = { eq: [{ var: 'account.name' }, 'Acme'] }

test('a list that is narrowed or sorted by what stands in a related record is about it', () => {
  const isAbout = open({ columns: ['name'], filter })
  expect([isAbout('account'), isAbout('region'), isAbout('deal')]).toEqual([true, false, false])
  expect(open({ columns: ['name'], sort: [{ field: 'region_name' }] })('region')).toBe(true)
  expect(open({ columns: ['region_name'] })('account')).toBe(true)
})

test('a list that names a related record is about this one, and about any if it is not said which', () => {
  const isAbout = open({ columns: ['account'] }, [{ id: '1', values: { account: 'acme' } }])
  expect([isAbout('account', ['acme']), isAbout('account', ['other']), isAbout('account', null)]).toEqual([
    true,
    false,
    true,
  ])
  expect(isAbout('region', null)).toBe(false)
})

test('records of its own form are brought to it one by one', () => {
  const isAbout = open({ columns: ['name'] }, [{ id: '1', values: {} }])
  expect(isAbout('deal', ['1'])).toBe(false)
})
