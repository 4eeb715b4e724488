import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import { locationValue } from '../values/location.ts'
import { checkDistances } from './check-distances.ts'
import type { Draft, WriteScene } from './write-scene.ts'

const label = { en: 'Place' }
const spot = (key: string, within?: Extract<Field, { type: 'location' }>['within']): Field => ({
  type: 'location',
  key,
  label,
  ...(within === undefined ? {} : { within }),
})
const app = compileApp(
  anApp({
    forms: [
      aForm({
        key: 'visit',
        fields: [
          aTextField(),
          spot('customer'),
          spot('fixed', { metres: 300, latitude: '31.2304', longitude: '121.4737' }),
          spot('checked_in', { metres: 200, field: 'customer' }),
        ],
      }),
    ],
  }),
  1,
)
const scene = {
  form: app.form('visit'),
  rights: {},
  context: { now: '2026-01-01T00:00:00Z', today: '2026-01-01', zone: 'UTC' },
} as unknown as WriteScene

const near = locationValue('31.2310', '121.4740', null)
const far = locationValue('31.2404', '121.4737', null)
const judged = (draft: Draft, old?: Draft) =>
  checkDistances(scene, draft, old === undefined ? null : ({ values: old, system: {} } as never)).map(
    ({ pointer, code, params }) => `${code} ${pointer} ${params?.['distance']}`,
  )

test.each([
  ['within the distance of a fixed point', { fixed: near }, []],
  ['too far from a fixed point', { fixed: far }, ['too-far /values/fixed 1112']],
  ['close to another location', { customer: far, checked_in: far }, []],
  ['too far from another location', { customer: near, checked_in: far }, ['too-far /values/checked_in 1046']],
  ['no other location to measure from', { customer: null, checked_in: far }, []],
])('%s', (_name, draft, expected) => expect(judged(draft)).toEqual(expected))

test('what was saved before is left alone until one of the places changes', () => {
  const saved = { customer: near, checked_in: far }
  expect(judged(saved, saved)).toEqual([])
  expect(judged({ ...saved, customer: locationValue('31.2', '121.4', null) }, saved)).toHaveLength(1)
})
