import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'

const without = (field: string) => (right: FormRight) => ({
  ...right,
  read: right.read.filter((key) => key !== field),
  write: right.write.filter((key) => key !== field),
})

/** An account of Rita with an opportunity of hers. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  const later = () => (world.time.now += 1000)
  const create = async (browser: TestClient, form: string, values: Record<string, unknown>) => {
    later()
    return browser.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  }
  const comment = async (browser: TestClient, form: string, id: string, text: string, field?: string) => {
    later()
    const body = field === undefined ? { text } : { text, field }
    return browser.call('createComment', { params: { workspace, form, id }, body })
  }
  const account = await create(rep.browser, 'account', { name: 'Acme Ltd' })
  const deal = await create(rep.browser, 'opportunity', { name: 'Big deal', account: account.id })
  const params = { workspace, form: 'account', id: account.id }
  const read = (browser: TestClient, more: object = {}) =>
    browser.call('getTimeline', { params, query: { related: 'true', ...more } })
  /** What each line is, and of which record. */
  const lines = async (browser: TestClient, more: object = {}) =>
    (await read(browser, more)).entries.map((entry) => {
      const of = entry.about?.title ?? '-'
      if (entry.type === 'comment') return `${entry.comment.text} of ${of}`
      if (entry.type === 'mail') return `${entry.mail.subject} of ${of}`
      return `${entry.type === 'event' ? entry.event.kind : entry.followUp.text} of ${of}`
    })
  async function limit(form: string, change: (right: FormRight) => FormRight) {
    const draft = await owner.call('getDraft', { params: { workspace } })
    const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
    const forms = role.forms.map((right) => (right.form === form ? change(right) : right))
    const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
    const body = { version: draft.version, edits }
    const { version } = await owner.call('editDraft', { params: { workspace }, body })
    await owner.call('publishDraft', { params: { workspace }, body: { version } })
  }
  return {
    world,
    owner,
    rep,
    other,
    account,
    deal,
    params,
    later,
    create,
    comment,
    read,
    lines,
    limit,
    [Symbol.asyncDispose]: world.close,
  }
}

test('a record and what belongs to it are told in one stream, each line with its record', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.comment(browser, 'account', at.account.id, 'Own words')
  await at.comment(browser, 'opportunity', at.deal.id, 'Good chances')
  at.later()
  await browser.call('updateRecord', {
    params: { workspace, form: 'opportunity', id: at.deal.id },
    body: { version: at.deal.version, values: { next_step: 'Call' } },
  })
  const elsewhere = await at.create(browser, 'account', { name: 'Other Ltd' })
  await at.comment(browser, 'account', elsewhere.id, 'Elsewhere')
  expect(await at.lines(browser)).toEqual([
    'update of Big deal',
    'Good chances of Big deal',
    'Own words of -',
    'create of Big deal',
    'create of -',
  ])
  expect(await at.lines(browser, { kind: 'comments' })).toEqual([
    'Good chances of Big deal',
    'Own words of -',
  ])
  expect(await at.lines(browser, { kind: 'changes' })).toEqual([
    'update of Big deal',
    'create of Big deal',
    'create of -',
  ])
  expect(await at.lines(browser, { kind: 'approvals' })).toEqual([])
  const [first] = (await at.read(browser)).entries
  expect(first?.about).toEqual({ form: 'opportunity', id: at.deal.id, title: 'Big deal' })
  const alone = await browser.call('getTimeline', { params: at.params, query: {} })
  expect(alone.entries.map(({ about }) => about)).toEqual([null, null])
})

test('what was noted about related records stands in the stream once, with what it is about', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const log = (form: string, id: string, text: string) => {
    at.later()
    return browser.call('logFollowUp', { params: { workspace, form, id }, body: { text, next: null } })
  }
  await log('account', at.account.id, 'Visited them')
  await log('opportunity', at.deal.id, 'Sent the offer')
  const contact = await at.create(browser, 'contact', { name: 'Ann', account: at.account.id })
  await log('contact', contact.id, 'Asked Ann')
  const notes = await at.lines(browser, { kind: 'followUps' })
  expect(notes).toEqual(['Asked Ann of Ann', 'Sent the offer of Big deal', 'Visited them of -'])
  const all = await at.lines(browser)
  expect(all.filter((line) => notes.includes(line))).toEqual(notes)
  expect(all.filter((line) => line.startsWith('create'))).toEqual([
    'create of Ann',
    'create of Big deal',
    'create of -',
  ])
  await at.limit('activity', without('notes'))
  expect(await at.lines(browser, { kind: 'followUps' })).toEqual([])
  expect(await at.lines(browser)).not.toContain('Asked Ann of Ann')
})

test('AZ-04: nothing is told of records that one may not see, nor counted, nor by a cursor', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const hidden = await at.create(at.owner, 'opportunity', { name: 'Secret deal', account: at.account.id })
  const before = await at.read(browser)
  for (let n = 0; n < 60; n += 1) await at.comment(at.owner, 'opportunity', hidden.id, `Secret ${n}`)
  expect(await at.read(browser)).toEqual(before)
  expect(before.next).toBeNull()
  expect((await at.lines(at.owner)).filter((line) => line.endsWith('of Secret deal'))).toHaveLength(50)
  const refusal = await at.other.browser.problem(at.read(at.other.browser))
  expect(refusal.code).toBe('not-found')
})

test('AZ-03: changes and comments of fields that one may not read, and records found by them, stay hidden', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.comment(at.owner, 'opportunity', at.deal.id, 'On the step', 'next_step')
  at.later()
  await at.owner.call('updateRecord', {
    params: { workspace, form: 'opportunity', id: at.deal.id },
    body: { version: at.deal.version, values: { next_step: 'Call' } },
  })
  expect(await at.lines(browser)).toContain('On the step of Big deal')
  expect(await at.lines(browser)).toContain('update of Big deal')
  await at.limit('opportunity', without('next_step'))
  expect(await at.lines(browser)).toEqual(['create of Big deal', 'create of -'])
  await at.limit('opportunity', without('account'))
  expect(await at.lines(browser)).toEqual(['create of -'])
})

test.each([
  ['few records, line by line of each', 30],
  ['many records, from the newest line on', 2100],
])('it comes page by page, each line once: %s', async (_, count) => {
  await using at = await setUp()
  const url = at.world.databaseUrl
  await query(
    url,
    `insert into ws_acme.contact (id, owner, version, created_at, updated_at, account, name, _grams)
     select gen_random_uuid(), a.owner, 1, a.created_at, a.updated_at, a.id, 'Contact ' || n, '{}'
     from ws_acme.account a, generate_series(1, ${count}) n where a.id = '${at.account.id}'`,
  )
  // Many at the same instant, as an import brings them.
  await query(
    url,
    `insert into ws_acme._record_event (id, at, form, record, kind, cause, changes)
     select gen_random_uuid(), date_trunc('milliseconds', c.created_at) + (n % 3) * interval '1 hour', 'contact', c.id, 'create', '{"type": "import"}', '{}'
     from (select *, row_number() over () as n from ws_acme.contact) c where n <= 120`,
  )
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page: Awaited<ReturnType<typeof at.read>> = await at.read(
      at.rep.browser,
      after === undefined || after === null ? {} : { after },
    )
    seen.push(...page.entries.map((entry) => (entry.type === 'event' ? entry.event.id : '')))
    after = page.next
  } while (after !== null)
  expect(seen).toHaveLength(Math.min(count, 120) + 2)
  expect(new Set(seen).size).toBe(seen.length)
})

test('many records of which nothing happened for long are told all the same', async () => {
  await using at = await setUp()
  const url = at.world.databaseUrl
  await query(
    url,
    `insert into ws_acme.contact (id, owner, version, created_at, updated_at, account, name, _grams)
     select gen_random_uuid(), a.owner, 1, a.created_at, a.updated_at, a.id, 'Contact ' || n, '{}'
     from ws_acme.account a, generate_series(1, 2100) n where a.id = '${at.account.id}'`,
  )
  await query(
    url,
    `insert into ws_acme._record_event (id, at, form, record, kind, cause, changes)
     select gen_random_uuid(), c.created_at - interval '2 years', 'contact', c.id, 'create', '{"type": "import"}'::jsonb, '{}'::jsonb from ws_acme.contact c
     union all
     select gen_random_uuid(), now(), 'lead', gen_random_uuid(), 'create', '{"type": "import"}', '{}' from generate_series(1, 10500)`,
  )
  const { entries, next } = await at.read(at.rep.browser)
  expect(entries).toHaveLength(50)
  expect(next).not.toBeNull()
  expect(entries[2]?.about?.form).toBe('contact')
})

test('of many records where nothing happened lately the lines are in order and whole, whether or not their record was changed then', async () => {
  await using at = await setUp()
  const url = at.world.databaseUrl
  // Every tenth was calculated anew, every seventh shared, long after it was changed last; much went on elsewhere since.
  await query(
    url,
    `insert into ws_acme.contact (id, owner, version, created_at, updated_at, account, name, _grams)
     select gen_random_uuid(), a.owner, 1, s.at, s.at, a.id, 'Contact ' || n, '{}'
     from ws_acme.account a, generate_series(1, 2100) n,
       lateral (select date_trunc('milliseconds', now()) - interval '2 years' + (n % 700) * interval '1 minute' as at) s where a.id = '${at.account.id}'`,
  )
  await query(
    url,
    `insert into ws_acme._record_event (id, at, form, record, kind, cause, changes)
     select gen_random_uuid(), c.updated_at, 'contact', c.id, 'create', '{"type": "import"}'::jsonb, '{}'::jsonb from ws_acme.contact c
     union all select gen_random_uuid(), c.updated_at + interval '3 hours', 'contact', c.id, 'recalculate', '{"type": "system"}', '{"name": ["Before", "After"]}'
       from (select *, row_number() over (order by id) as n from ws_acme.contact) c where n % 10 = 0
     union all select gen_random_uuid(), c.updated_at + interval '5 days', 'contact', c.id, 'share', '{"type": "person"}', '{}'
       from (select *, row_number() over (order by id) as n from ws_acme.contact) c where n % 7 = 0
     union all select gen_random_uuid(), now(), 'contact', gen_random_uuid(), 'update', '{"type": "form"}', '{}' from generate_series(1, 2500)
     union all select gen_random_uuid(), now() - n * interval '1 hour', 'contact', gen_random_uuid(), 'recalculate', '{"type": "system"}', '{}' from generate_series(1, 50) n`,
  )
  const truth = await query<{ id: string }>(
    url,
    `select id from ws_acme._record_event where record in (select id from ws_acme.contact)
       or record in ('${at.account.id}', '${at.deal.id}') order by at desc, id desc limit 600`,
  )
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 12; page += 1) {
    const { entries, next } = await at.read(at.owner, after === undefined ? {} : { after })
    seen.push(...entries.map((entry) => (entry.type === 'event' ? entry.event.id : '')))
    after = next ?? undefined
  }
  expect(seen).toEqual(truth.map(({ id }) => id))
})

test('records that lines of a table name are called by their names, before and after', async () => {
  await using at = await setUp()
  const product = (name: string) =>
    at.create(at.owner, 'product', { name, code: name, list_price: '10', cost: '4' })
  const [pump, valve] = [await product('Pump'), await product('Valve')]
  const row = ({ id }: { id: string }) => ({ product: id, quantity: '1', unit_price: '10' })
  const quote = await at.create(at.owner, 'quote', { account: at.account.id, items: [row(pump)] })
  const params = { workspace, form: 'quote', id: quote.id }
  at.later()
  await at.owner.call('updateRecord', {
    params,
    body: { version: quote.version, values: { items: [row(valve)] } },
  })
  const { titles } = await at.owner.call('getTimeline', { params, query: {} })
  expect([titles[pump.id], titles[valve.id]]).toEqual(['Pump', 'Valve'])
})
