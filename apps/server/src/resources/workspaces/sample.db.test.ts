import { appUnderTest, query, templateWorkspace } from '@pipewright/testing'
import { expect, test } from 'vitest'

interface Figures {
  readonly accounts: number
  readonly future: number
  readonly parents: number
  readonly wrong_totals: number
  readonly wrong_sums: number
  readonly events: number
  readonly twice: number
}

const figures = `select
  (select count(*) from account)::int as accounts,
  (select count(*) from account where created_at > $1 or created_by is distinct from owner)::int as future,
  (select count(*) from account where parent is not null)::int as parents,
  (select count(*) from quote q where q.total is distinct from
    (select sum(line_total) from quote_items where parent = q.id))::int as wrong_totals,
  (select count(*) from payment_plan p where p.paid is distinct from
    (select coalesce(sum(amount), 0) from payment where payment_plan = p.id and deleted_at is null))::int as wrong_sums,
  (select count(distinct record) from _record_event where kind = 'create' and form = 'account')::int as events,
  (select count(*) - count(distinct number) from quote)::int as twice`

test.each(['en', 'zh'] as const)(
  'the sample is installed in %s: related, calculated, numbered, back in time',
  async (locale) => {
    await using world = await appUnderTest()
    const key = await templateWorkspace(world, { sample: true, locale })
    const now = new Date(world.time.now).toISOString()
    const url = `${world.databaseUrl}?options=${encodeURIComponent(`-c search_path=ws_${key}`)}`
    const [found] = await query<Record<keyof Figures, number>>(url, figures, [now])
    expect(found).toMatchObject({
      accounts: 220,
      future: 0,
      wrong_totals: 0,
      wrong_sums: 0,
      events: 220,
      twice: 0,
    })
    expect(found?.parents).toBeGreaterThan(0)
    const [order] = await query<{ ordered: boolean }>(
      url,
      `select bool_and(ordered) as ordered from (select number > lag(number) over (order by created_at) as ordered from quote) x`,
    )
    expect(order?.ordered).toBe(true)
  },
)

test('sample members are people of the workspace who cannot sign in until they are invited', async () => {
  await using world = await appUnderTest({ prepared: 'sample' })
  const workspace = 'acme'
  const owner = await world.owner()
  const { members, departments } = await owner.call('listMembers', { params: { workspace } })
  expect(members.filter(({ signedUp }) => !signedUp)).toHaveLength(14)
  expect(departments.filter(({ manager }) => manager !== null).length).toBeGreaterThan(3)
  const { people } = await owner.call('getApp', { params: { workspace } })
  expect(people).toHaveLength(15)
})

test('the gallery shows what a template holds, in both languages', async () => {
  await using world = await appUnderTest()
  const owner = await world.owner()
  const { templates } = await owner.call('listTemplates')
  expect(templates).toMatchObject([
    { key: 'lead-to-payment', name: { zh: '线索到回款' }, sample: true, counts: { forms: 12, roles: 4 } },
  ])
  const body = { name: 'Acme', template: 'nothing', sample: false, locale: 'en', zone: 'UTC' } as const
  const problem = await owner.problem(owner.call('createWorkspace', { body }))
  expect(problem.errors).toMatchObject([{ pointer: '/template', code: 'not-an-option' }])
})
