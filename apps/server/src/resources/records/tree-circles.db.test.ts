import { appUnderTest } from '@pipewright/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { params, unitForms } from './testing/units.ts'

const view = (type: 'tree' | 'table') => ({
  key: 'units',
  form: 'unit',
  label: { en: 'Units', zh: '单位' },
  type,
  columns: ['name'],
  ...(type === 'tree' ? { parent: 'above' } : {}),
})

async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  return { app, owner, ...(await unitForms(owner)) }
}
let at: Awaited<ReturnType<typeof start>>
let top: string
let middle: string
let low: string
beforeAll(async () => {
  at = await start()
  await at.publish({ type: 'putView', view: view('tree') })
})
afterAll(() => at.app.close())
beforeEach(async () => {
  top = await at.create(at.owner, 'Top')
  middle = await at.create(at.owner, 'Middle', top)
  low = await at.create(at.owner, 'Low', middle)
})

const move = async (id: string, above: string | null) => {
  const { version } = await at.owner.call('getRecord', { params: { ...params, id } })
  return at.owner.call('updateRecord', { params: { ...params, id }, body: { version, values: { above } } })
}
const aboveOf = async (id: string) =>
  (await at.owner.call('getRecord', { params: { ...params, id } })).values['above']

test('a record is not put under itself nor under what lies below it, and the field says why', async () => {
  for (const to of [top, middle, low])
    await expect(move(top, to)).rejects.toMatchObject({
      problem: {
        errors: [
          {
            pointer: '/values/above',
            code: 'circle',
            message: expect.stringContaining('under itself') as string,
          },
        ],
      },
    })
  expect(await aboveOf(top)).toBeNull()
  await move(low, top)
  await move(middle, low)
  expect(await aboveOf(middle)).toBe(low)
})

test('two who move records under each other at once do not make a circle', async () => {
  const [one, two] = [await at.create(at.owner, 'One'), await at.create(at.owner, 'Two')]
  const both = await Promise.allSettled([move(one, two), move(two, one)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a form whose relation no tree shows takes any', async () => {
  await at.publish({ type: 'putView', view: view('table') })
  await move(top, low)
  expect(await aboveOf(top)).toBe(low)
  await move(top, null)
  await at.publish({ type: 'putView', view: view('tree') })
})
