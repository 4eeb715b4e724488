import { checkCompiled } from '@pipewright/compiler'
import { aForm, aLineItemsField, anApp, aTextField } from '@pipewright/metadata/builders'
import type { Expression, Field, MemberField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const leader = (where: Expression): MemberField => ({
  type: 'member',
  key: 'leader',
  label: { en: 'Leader' },
  limit: { where },
})
const unit: Field = { type: 'department', key: 'unit', label: { en: 'Unit' } }
const ofUnit = { eq: [{ var: '$memberDepartment' }, { var: 'unit' }] }
const definition = anApp({
  forms: [
    aForm({
      key: 'team',
      fields: [
        aTextField(),
        unit,
        leader(ofUnit),
        aLineItemsField({
          key: 'rows',
          fields: [leader({ eq: [{ var: '$memberDepartment' }, { var: '$record.unit' }] })],
        }),
      ],
    }),
  ],
})
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const create = (values: object) =>
  writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'team', { values: { name: 'Team', ...values } }, person),
  )
const refused = { ok: false, problem: { errors: [{ code: 'not-in-limit' }] } }

test('a member is chosen who meets the condition on the record, also in a row; while nothing is asked, anybody', async () => {
  const { departments, members } = space
  expect((await create({ unit: departments.sales, leader: members.rep })).ok).toBe(true)
  expect((await create({ leader: members.rep })).ok).toBe(true)
  expect(await create({ unit: departments.all, leader: members.rep })).toMatchObject(refused)
  const inRow = await create({ unit: departments.all, rows: [{ leader: members.rep }] })
  expect(inRow).toMatchObject({
    problem: { errors: [{ pointer: '/values/rows/0/leader', code: 'not-in-limit' }] },
  })
})

test('it is judged again when what the condition asks for changes, and not for anything else', async () => {
  const { departments, members } = space
  const made = await create({ leader: members.rep })
  if (!made.ok) throw new Error(made.problem.code)
  const { id } = made.record
  const update = (version: number, values: object) =>
    writeTransaction(space.database, (tx) =>
      updateRecord(tx, space.scene('admin'), 'team', id, { version, values }, person),
    )
  expect(await update(1, { unit: departments.all })).toMatchObject(refused)
  await space.database.query({
    text: 'update ws_test.team set unit = $1 where id = $2',
    values: [departments.all, id],
  })
  expect((await update(1, { name: 'Other' })).ok).toBe(true)
})

test('a condition that cannot be calculated is told where it stands', () => {
  const wrong = anApp({
    forms: [
      aForm({ key: 'team', fields: [aTextField(), unit, leader({ gt: [{ var: '$memberDepartment' }, 5] })] }),
    ],
  })
  const [first] = checkCompiled(wrong)
  expect(first).toMatchObject({
    code: 'bad-expression',
    pointer: expect.stringMatching(/^\/forms\/0\/fields\/2\/limit\/where/),
  })
})
