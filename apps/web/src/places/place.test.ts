import { expect, test } from 'vitest'
import { arePlaces, mostRecent, toggle, visit, type Place } from './place.ts'

const place = (id: string): Place => ({ path: `/f/lead/${id}`, form: 'lead', title: id })

test('the place visited last stands first, once, with its newest title', () => {
  const places = visit([place('a'), place('b')], { ...place('b'), title: 'new' })
  expect(places.map(({ title }) => title)).toEqual(['new', 'a'])
})

test('only the most recent places are kept', () => {
  const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(place).reduce<readonly Place[]>(visit, [])
  expect(places).toHaveLength(mostRecent)
  expect(places[0]?.title).toBe('h')
})

test('a second press on the star takes the favourite away', () => {
  const once = toggle([place('a')], place('b'))
  expect(once.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(toggle(once, place('a'))).toEqual([place('b')])
})

test.each([null, {}, [1], [{ path: 1 }], [{ path: '/f/x' }]])(
  '%j of an older version is no list of places',
  (kept) => {
    expect(arePlaces(kept)).toBe(false)
  },
)
