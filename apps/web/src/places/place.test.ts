import { expect, test } from 'vitest'
import { mostRecent, toggle, visit, type Place } from './place.ts'

const place = (id: string): Place => ({ path: `/f/lead/${id}`, title: id })

test('the place visited last stands first, once, with its newest title', () => {
  const places = visit([place('a'), place('b')], { ...place('b'), title: 'new' })
  expect(places.map(({ title }) => title)).toEqual(['new', 'a'])
})

test('only the most recent places are kept', () => {
  const ids = Array.from({ length: mostRecent + 2 }, (_, n) => String(n))
  const places = ids.map(place).reduce<readonly Place[]>(visit, [])
  expect(places).toHaveLength(mostRecent)
  expect(places[0]?.title).toBe(ids.at(-1))
})

test('a second press on the star takes the favourite away', () => {
  const once = toggle([place('a')], place('b'))
  expect(once.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(toggle(once, place('a'))).toEqual([place('b')])
})
