import type { HandOver } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = { workspace: 'acme' }
const everything = ['tasks', 'sharedViews', 'privateViews', 'follows', 'favourites'] as const
const nobody = { with: 'nobody', roles: [], departments: [] } as const

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const person = (name: string) => signedInMember(world, { ...workspace, roles: ['rep'], name })
  const [leaving, next] = [await person('Lea'), await person('Uma')]
  const { id: account } = await leaving.browser.call('createRecord', {
    params: { ...workspace, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const task = (title: string, assignees: string[]) =>
    leaving.browser.call('createTask', {
      params: workspace,
      body: {
        title,
        assignees,
        day: '2030-01-01',
        time: null,
        repeat: null,
        remindBefore: 60,
        form: null,
        record: null,
      },
    })
  await task('Alone', [leaving.id])
  await task('Together', [leaving.id, next.id])
  const view = (name: string, isShared: boolean) =>
    leaving.browser.call('createView', {
      params: { ...workspace, form: 'account' },
      body: {
        name,
        settings: { type: 'table', columns: ['name'] },
        sharing: { ...nobody, roles: [], departments: [], with: isShared ? 'everybody' : 'nobody' },
      },
    })
  await view('Shared', true)
  await view('Private', false)
  await leaving.browser.call('followRecord', {
    params: { ...workspace, form: 'account', id: account },
    body: { follows: true },
  })
  await leaving.browser.call('changeFavourites', {
    params: workspace,
    body: { add: ['/todo', '/f/account'] },
  })
  await next.browser.call('changeFavourites', { params: workspace, body: { add: ['/todo'] } })
  const at = { params: { ...workspace, id: leaving.id } }
  const asked = (what: NonNullable<HandOver['own']>['what'], to = next.id): HandOver => ({
    rules: [{ to: [next.id] }],
    fields: {},
    tasks: null,
    own: { to, what },
    reason: '',
  })
  const tasksOf = async (who: typeof next) =>
    (await who.browser.call('listTodo', { params: workspace })).items
      .flatMap((item) => (item.type === 'task' ? [item.task.title] : []))
      .toSorted()
  const viewsOf = async (who: typeof next) =>
    (await who.browser.call('listViews', { params: { ...workspace, form: 'account' } })).views
      .filter(({ owner: by }) => by === who.id)
      .map(({ name }) => name)
      .toSorted()
  const favouritesOf = async (who: typeof next) =>
    (await who.browser.call('listPlaces', { params: workspace })).favourites.map(({ path }) => path)
  const followsOf = async (who: typeof next) =>
    (await who.browser.call('lookAtRecord', { params: { ...workspace, form: 'account', id: account } }))
      .follows
  return {
    world,
    owner,
    leaving,
    next,
    at,
    asked,
    tasksOf,
    viewsOf,
    favouritesOf,
    followsOf,
    [Symbol.asyncDispose]: world.close,
  }
}

test('tasks, views, follows and favourites go along with the records, counted before, and come back as one', async () => {
  await using s = await setUp()
  const { owner, at, leaving, next } = s
  expect((await owner.call('getBelongings', at)).own).toEqual({
    tasks: 2,
    sharedViews: 1,
    privateViews: 1,
    follows: 1,
    favourites: 2,
  })
  const body = s.asked([...everything])
  const { shares } = await owner.call('previewHandOver', { ...at, body })
  expect(shares.map(({ thing, form, count }) => `${thing ?? form} ${count}`).toSorted()).toEqual([
    'account 1',
    'favourites 1',
    'follows 1',
    'privateViews 1',
    'sharedViews 1',
    'tasks 2',
  ])
  expect(await s.tasksOf(next)).toEqual(['Together'])
  const job = await owner.call('handOver', { ...at, body })
  expect(job).toMatchObject({ state: 'done', refused: 0, done: 7 })
  expect([await s.tasksOf(next), await s.viewsOf(next)]).toEqual([
    ['Alone', 'Together'],
    ['Private', 'Shared'],
  ])
  expect([await s.favouritesOf(next), await s.followsOf(next)]).toEqual([['/todo', '/f/account'], true])
  expect([await s.viewsOf(leaving), await s.favouritesOf(leaving)]).toEqual([[], ['/todo']])
  const results = await owner.call('listBulkResults', {
    params: { ...workspace, id: job.id },
    query: { which: 'done' },
  })
  expect(results.records.map(({ thing }) => thing)).toEqual(expect.arrayContaining([null, ...everything]))
  const back = await owner.call('undoBulk', { params: { ...workspace, id: job.id }, body: {} })
  expect(back).toMatchObject({ state: 'done', refused: 0, done: 7 })
  expect([await s.tasksOf(leaving), await s.tasksOf(next)]).toEqual([['Alone', 'Together'], ['Together']])
  expect([await s.viewsOf(leaving), await s.viewsOf(next)]).toEqual([['Private', 'Shared'], []])
  expect([await s.favouritesOf(leaving), await s.favouritesOf(next)]).toEqual([
    ['/todo', '/f/account'],
    ['/todo'],
  ])
})

test('what is not chosen stays, and nobody but managers of members hands over, to active members alone', async () => {
  await using s = await setUp()
  const { owner, at, leaving, next } = s
  await owner.call('handOver', { ...at, body: s.asked(['tasks']) })
  expect([await s.viewsOf(leaving), await s.favouritesOf(leaving)]).toEqual([
    ['Private', 'Shared'],
    ['/todo', '/f/account'],
  ])
  const body = s.asked(['privateViews'])
  expect((await next.browser.problem(next.browser.call('handOver', { ...at, body }))).code).toBe(
    'not-allowed',
  )
  const gone = await signedInMember(s.world, { ...workspace, roles: ['rep'], name: 'Gone' })
  await owner.call('updateMember', { params: { ...workspace, id: gone.id }, body: { active: false } })
  const wrong = owner.call('handOver', { ...at, body: s.asked(['privateViews'], gone.id) })
  expect((await owner.problem(wrong)).code).toBe('invalid')
})
