import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecords } from '../records/create-records.ts'
import { countRecords } from '../records/count-records.ts'
import { counting, testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { runReport } from './run-report.ts'

let space: TestWorkspace
const person = { type: 'person' } as const

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
  const scene = space.scene('admin')
  const made = await space.database.transaction(async (tx) => {
    const accounts = await createRecords(
      tx,
      scene,
      'account',
      [{ values: { name: 'A', industry: 'machinery' } }, { values: { name: 'B' } }],
      person,
    )
    if (!accounts.ok) throw new Error(JSON.stringify(accounts))
    const stages = ['qualification', 'proposal', 'won'] as const
    return createRecords(
      tx,
      scene,
      'opportunity',
      Array.from({ length: 12 }, (_, n) => ({
        values: {
          name: `O${n}`,
          account: accounts.ids[n % 2],
          stage: stages[n % 3],
          amount: `${n}.10`,
          close_date: `2026-${String((n % 4) + 1).padStart(2, '0')}-15`,
        },
        ...(n < 4 ? { owner: space.members.rep } : {}),
      })),
      person,
    )
  })
  if (!made.ok) throw new Error(JSON.stringify(made))
})
afterAll(() => space.close())

test('every report of the template runs, and each row opens as many records as it counts', async () => {
  const wrong: unknown[] = []
  const ran: [string, boolean, number][] = []
  for (const member of ['admin', 'rep'] as const)
    for (const report of space.app.definition.reports) {
      const counted = counting(space.database)
      const outcome = await runReport(counted, space.scene(member), {
        ...report,
        measures: [...report.measures, { key: 'all', label: {}, function: 'count' }],
      })
      ran.push([member, outcome.ok, counted.statements.length])
      for (const row of outcome.ok ? outcome.answer.rows : []) {
        const found = await countRecords(space.database, space.scene(member), report.form, {
          filter: row.filter,
        })
        if (found.ok && found.count !== Number(row.values.at(-1)))
          wrong.push([member, report.key, row.groups])
      }
    }
  expect(wrong).toEqual([])
  expect(
    ran.filter(([member, ok, statements]) => statements !== (ok ? 1 : 0) || (member === 'admin' && !ok)),
  ).toEqual([])
})

test('sums are exact, stages in their order, totals over all groups', async () => {
  const label = { en: 'x' }
  const outcome = await runReport(space.database, space.scene('admin'), {
    key: 'r',
    form: 'opportunity',
    label,
    chart: 'funnel',
    dimensions: [{ field: 'stage' }, { field: 'account.industry' }],
    measures: [{ key: 's', label, function: 'sum', field: 'amount' }],
    limit: 4,
  })
  expect(outcome).toMatchObject({
    ok: true,
    answer: {
      more: true,
      totals: ['67.20'],
      rows: [
        { groups: ['qualification', 'machinery'], values: ['6.20'] },
        { groups: ['qualification', null] },
        { groups: ['proposal', 'machinery'] },
        {},
      ],
    },
  })
})

test('a reader gets figures of own records only, and no report over a hidden field', async () => {
  const label = { en: 'x' }
  const base = { key: 'r', form: 'opportunity', label, chart: 'number' as const, dimensions: [] }
  const sum = (field: string) => ({
    ...base,
    measures: [{ key: 's', label, function: 'sum' as const, field }],
  })
  expect(await runReport(space.database, space.scene('rep'), sum('amount'))).toMatchObject({
    ok: true,
    answer: { totals: ['6.40'] },
  })
  const hidden = await runReport(space.database, space.scene('rep'), sum('cost'))
  expect(hidden).toEqual(await runReport(space.database, space.scene('rep'), sum('no_such')))
})
