import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createRecord } from '../records/create-records.ts'
import { getRecord } from '../records/get-record.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { changeRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import {
  decideTask,
  listOpenTasks,
  listRuns,
  submitRecord,
  withdrawRun,
  type ApprovalOutcome,
} from './index.ts'

let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
  const { departments, members, workspace, database } = space
  // The reps' department is led by "admin", the one above by "other".
  const lead = { text: `update ${workspace.schema}._department set manager = $2, parent = $3 where id = $1` }
  await database.query({ ...lead, values: [departments.sales, members.admin, departments.all] })
  await database.query({ ...lead, values: [departments.all, members.other, null] })
})
afterAll(() => space.close())

async function aQuote(discount: string, by: 'rep' | 'admin' = 'rep') {
  const make = (form: string, values: unknown, who: 'rep' | 'admin' = 'admin') =>
    writeTransaction(space.database, async (tx) => {
      const made = await createRecord(tx, space.scene(who), form, { values }, { type: 'person' })
      if (!made.ok) throw new Error(JSON.stringify(made.problem))
      return made
    })
  const account = await make('account', { name: `Account ${crypto.randomUUID()}` }, by)
  const product = await make('product', {
    code: crypto.randomUUID().slice(0, 8),
    name: 'Server',
    list_price: '100',
    cost: '60',
  })
  const items = [{ product: product.record.id, quantity: '3', unit_price: '100', discount }]
  return (await make('quote', { account: account.record.id, items }, by)).record
}

const submit = (id: string, version: unknown = 1, who: 'rep' | 'admin' | 'other' = 'rep') =>
  submitRecord(space.database, space.scene(who), {
    form: 'quote',
    record: id,
    workflow: 'discount_approval',
    version,
    comment: 'big deal',
  })

async function read(id: string) {
  const found = await getRecord(space.database, space.scene('admin'), 'quote', id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function openTask(id: string): Promise<string> {
  const tasks = await listOpenTasks(space.database, space.scene('admin'))
  return tasks.find(({ record }) => record === id)?.id ?? ''
}
const decide = (task: string, decision: 'approve' | 'reject', who: 'admin' | 'other' | 'rep' = 'admin') =>
  writeTransaction(space.database, (tx) =>
    decideTask(tx, space.scene(who), { task, decision, comment: 'ok' }),
  )

const codeOf = (outcome: ApprovalOutcome) => (outcome.ok ? 'ok' : outcome.problem.code)

test('a small discount needs nobody: the quote is approved at once and stays unlocked', async () => {
  const quote = await aQuote('20')
  expect(codeOf(await submit(quote.id))).toBe('ok')
  expect(await read(quote.id)).toMatchObject({ locked_by: null, values: { status: 'approved' } })
})

test("a discount above 20 % waits for the owner's manager, and the quote is locked meanwhile", async () => {
  const quote = await aQuote('20.5')
  expect(codeOf(await submit(quote.id))).toBe('ok')
  const waiting = await read(quote.id)
  expect(waiting).toMatchObject({ values: { status: 'in_approval' }, version: 2 })
  expect(waiting.locked_by).not.toBeNull()
  const change = await writeTransaction(space.database, (tx) =>
    changeRecord(
      tx,
      space.scene('rep'),
      'quote',
      quote.id,
      { version: 2, values: { valid_until: '2027-01-01' } },
      { type: 'person' },
    ),
  )
  expect(change).toMatchObject({ ok: false, problem: { code: 'locked' } })
  expect(codeOf(await decide(await openTask(quote.id), 'approve'))).toBe('ok')
  expect(await read(quote.id)).toMatchObject({ locked_by: null, values: { status: 'approved' } })
  const [run] = await listRuns(space.database, space.scene('rep'), 'quote', quote.id)
  expect(run?.run).toMatchObject({
    state: 'approved',
    comment: 'big deal',
    steps: [{ decidedBy: space.members.admin, comment: 'ok' }],
  })
})

test("the manager's own quote goes to the manager of the department above", async () => {
  const quote = await aQuote('30', 'admin')
  expect(codeOf(await submit(quote.id, 1, 'admin'))).toBe('ok')
  expect(await openTask(quote.id)).toBe('')
  const tasks = await listOpenTasks(space.database, space.scene('other'))
  expect(tasks.map(({ record }) => record)).toContain(quote.id)
})

test('CO-05: of twenty decisions at once exactly one wins', async () => {
  const quote = await aQuote('40')
  await submit(quote.id)
  const task = await openTask(quote.id)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => decide(task, n % 2 === 0 ? 'approve' : 'reject')),
  )
  const codes = answers.map(codeOf)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code === 'already-decided')).toHaveLength(19)
  const winner = codes.indexOf('ok') % 2 === 0 ? 'approved' : 'rejected'
  expect((await read(quote.id)).values['status']).toBe(winner)
  const [{ events }] = (await space.database.query({
    text: `select count(*) as events from ${space.workspace.schema}._record_event where record = $1 and kind in ('approve', 'reject')`,
    values: [quote.id],
  })) as [{ events: number }]
  expect(events).toBe(1)
})

test('of five submissions at once one wins', async () => {
  const quote = await aQuote('40')
  const codes = (await Promise.all(Array.from({ length: 5 }, () => submit(quote.id)))).map(codeOf)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(await listRuns(space.database, space.scene('admin'), 'quote', quote.id)).toHaveLength(1)
})

test('who is not asked finds no task, and who did not submit cannot withdraw', async () => {
  const quote = await aQuote('40')
  await submit(quote.id)
  const task = await openTask(quote.id)
  expect(codeOf(await decide(task, 'approve', 'rep'))).toBe('not-found')
  const [run] = await listRuns(space.database, space.scene('admin'), 'quote', quote.id)
  const withdraw = (who: 'rep' | 'admin') =>
    withdrawRun(space.database, space.scene(who), { run: run?.id ?? '', comment: '' })
  expect(codeOf(await withdraw('admin'))).toBe('not-allowed')
  expect(codeOf(await withdraw('rep'))).toBe('ok')
  expect(await read(quote.id)).toMatchObject({ locked_by: null, values: { status: 'draft' } })
  expect(codeOf(await decide(task, 'approve'))).toBe('already-decided')
})

test('a stale, missing or foreign submission changes nothing', async () => {
  const quote = await aQuote('40')
  expect(codeOf(await submit(quote.id, 7))).toBe('stale-version')
  expect(codeOf(await submit(quote.id, null))).not.toBe('ok')
  expect(codeOf(await submit(quote.id, 1, 'other'))).toBe('not-found')
  expect(await read(quote.id)).toMatchObject({ version: 1, locked_by: null, values: { status: 'draft' } })
  expect(await listRuns(space.database, space.scene('admin'), 'quote', quote.id)).toHaveLength(0)
})

async function toldTo(who: 'admin' | 'other' | 'rep', record: string) {
  const page = await listNotifications(space.database, space.scene(who), { unread: true, locale: 'en' })
  return page.items.filter((item) => item.record === record).map(({ kind, text }) => [kind, text])
}

test('whoever has to decide is told, until it is decided; then whoever asked is', async () => {
  const quote = await aQuote('30')
  expect(codeOf(await submit(quote.id))).toBe('ok')
  const name = quote.title
  expect(await toldTo('admin', quote.id)).toEqual([['approvalWaiting', `rep asks you to approve “${name}”`]])
  expect(await toldTo('rep', quote.id)).toEqual([])
  expect(codeOf(await decide(await openTask(quote.id), 'reject'))).toBe('ok')
  expect(await toldTo('admin', quote.id)).toEqual([])
  expect(await toldTo('rep', quote.id)).toEqual([['approvalDecided', `admin rejected “${name}”`]])
})
