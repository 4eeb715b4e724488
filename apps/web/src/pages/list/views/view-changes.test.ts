import type { SavedView } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { readAddress } from '../list-address.ts'
import { asListView, movedKey, openingView, orderedViews } from './list-view.ts'
import { filterChange, noFilter, shownFilter } from './shown-filter.ts'
import { changedSettings, settingsOf } from './view-changes.ts'

const big = { gt: [{ var: 'amount' }, '1000'] }
const mine = { eq: [{ var: 'owner' }, { var: '$me' }] }
const ofApp: View = {
  key: 'all',
  form: 'deal',
  label: { en: 'All' },
  type: 'table',
  columns: ['name'],
  filter: big,
}
const saved = (id: string): SavedView => ({
  id,
  form: 'deal',
  name: id,
  owner: 'me',
  settings: { type: 'table', columns: ['name'], filter: big },
  sharing: { with: 'nobody', roles: [], departments: [] },
  locked: false,
  version: 1,
  leftOut: [],
  may: { change: true, manage: true },
})
const ofMember = asListView(saved('a'))
const nothing = readAddress(new URLSearchParams())
const answer = {
  views: [saved('a'), saved('b')],
  order: ['b', 'all'],
  opens: { own: null, role: null },
  folded: {},
  roles: [],
}

test('a view of the app is narrowed, a saved one filtered anew', () => {
  expect(shownFilter(ofApp, { filter: mine })).toEqual({ and: [big, mine] })
  expect(shownFilter(ofMember, { filter: mine })).toEqual(mine)
  expect(shownFilter(ofMember, { filter: null })).toEqual(big)
  expect(shownFilter(ofMember, { filter: noFilter })).toBeNull()
})

test('a filter that is put back is no change', () => {
  expect(filterChange(ofMember, big)).toBeNull()
  expect(filterChange(ofMember, null)).toBe(noFilter)
  expect(filterChange(ofApp, null)).toBeNull()
})

test('what was changed is named and becomes the settings', () => {
  const address = { ...nothing, columns: ['name', 'amount'], sort: [], filter: noFilter }
  expect(changedSettings(ofMember, address).toSorted()).toEqual(['columns', 'filter'])
  expect(settingsOf(ofMember, address)).toEqual({ type: 'table', columns: ['name', 'amount'] })
  expect(changedSettings(ofMember, { ...nothing, search: 'x', view: 'a' })).toEqual([])
})

test('views stand in the order of the member, the others behind', () => {
  expect(orderedViews([ofApp], answer).map(({ key }) => key)).toEqual(['b', 'all', 'a'])
  expect(movedKey(['b', 'all', 'a'], 'a', 0)).toEqual(['a', 'b', 'all'])
  expect(movedKey(['b', 'all', 'a'], 'b', 9)).toEqual(['all', 'a', 'b'])
})

test('a list opens with the own choice, then that of the role, then the first; what is gone counts for nothing', () => {
  const views = orderedViews([ofApp], answer)
  expect(openingView(views, { own: 'a', role: 'all' })?.key).toBe('a')
  expect(openingView(views, { own: 'gone', role: 'all' })?.key).toBe('all')
  expect(openingView(views, undefined)?.key).toBe('b')
})
