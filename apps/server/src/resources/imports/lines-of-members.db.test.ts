import { appUnderTest, signedInMember } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { byName, jobImports } from './testing/job-imports.ts'

const workspace = 'acme'
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const { browser } = await signedInMember(world, { workspace, roles: ['rep'] })
  return jobImports(world, browser)
}
const fields = (job: { readonly mapping: readonly { readonly field: string | null }[] }) =>
  job.mapping.map(({ field }) => field)
const of = (lines: readonly Record<string, unknown>[] | undefined, ...keys: string[]) =>
  (lines ?? []).map((line) => keys.map((key) => line[key]))

test('columns of lines that a member may not fill are left out and refused, and lines that are there keep what stands in them', async () => {
  await using at = await setUp()
  await at.make('job', {
    name: 'A',
    parts: [
      { pieces: '1', note: 'old', approved: 'yes', margin: '12 %' },
      { pieces: '2', note: 'old', approved: 'no', margin: '9 %' },
    ],
  })
  const content =
    'Name,Parts: Pieces,Parts: Note,Parts: Approved,Parts: Margin\nA,5,new,never,0 %\n,2,,never,0 %\nB,7,fresh,never,0 %\n'
  const job = await at.send(at.rep, content)
  expect(fields(job)).toEqual(['name', 'parts.pieces', 'parts.note', null, null])
  const filling = (column: number, field: string) => ({
    id: job.id,
    mapping: job.mapping.map((one) => (one.column === column ? { column, field } : one)),
  })
  expect((await at.rep.problem(at.check(at.rep, filling(3, 'parts.approved'), byName))).errors).toEqual([
    expect.objectContaining({ pointer: '/mapping/3/field', code: 'not-writable' }),
  ])
  expect((await at.rep.problem(at.check(at.rep, filling(4, 'parts.margin'), byName))).errors).toEqual([
    expect.objectContaining({ pointer: '/mapping/4/field', code: 'unknown-field' }),
  ])
  const checked = await at.check(at.rep, job, byName)
  expect(checked).toMatchObject({ bad: 0, records: 2, lines: 3, changed: 1 })
  const shown = checked.preview.find(({ record }) => record !== null)
  expect(JSON.stringify(shown)).not.toContain('margin')
  expect(of(shown?.was?.['parts'] as never, 'note', 'approved')).toEqual([
    ['old', 'yes'],
    ['old', 'no'],
  ])
  await at.commit(at.rep, job.id)
  const after = await at.lines()
  expect(of(after['A'], 'pieces', 'note', 'approved', 'margin')).toEqual([
    ['5', 'new', 'yes', '12 %'],
    ['2', 'old', 'no', '9 %'],
  ])
  expect(of(after['B'], 'pieces', 'note', 'approved', 'margin')).toEqual([['7', 'fresh', null, null]])
})

test('a kept match of lines is offered without the columns of lines that its reader may not read', async () => {
  await using at = await setUp()
  const params = { workspace, form: 'job' }
  const columns = ['name', 'parts.position', 'parts.pieces', 'parts.approved', 'parts.margin'].map(
    (field) => ({ name: `Column ${field}`, field }),
  )
  await at.owner.call('saveImportPreset', { params, body: { name: 'ERP', columns, writes: byName } })
  const { presets } = await at.rep.call('listImportPresets', { params })
  expect(presets[0]?.columns.map(({ field }) => field)).toEqual([
    'name',
    'parts.position',
    'parts.pieces',
    'parts.approved',
    null,
  ])
  expect(presets[0]?.writes).toEqual(byName)
})

test('lines of records that are there are replaced by those of the file, with one step back for changed and new ones', async () => {
  await using at = await setUp()
  const line = (pieces: string, note: string) => ({ pieces, note })
  await at.make('job', { name: 'A', parts: [line('1', 'a'), line('2', 'b'), line('3', 'c')] })
  await at.make('job', { name: 'Other', parts: [line('9', 'z')] })
  const before = await at.lines()
  const job = await at.send(
    at.owner,
    'Name,Parts: Position,Parts: Pieces,Parts: Note\nA,3,30,\n,1,10,x\n,,40,new\nB,,1,first\n',
  )
  expect(fields(job)).toEqual(['name', 'parts.position', 'parts.pieces', 'parts.note'])
  const checked = await at.check(at.owner, job, byName)
  expect(checked).toMatchObject({ bad: 0, records: 2, lines: 4, changed: 1, same: 0 })
  const done = await at.commit(at.owner, job.id)
  const after = await at.lines()
  expect(of(after['A'], 'pieces', 'note')).toEqual([
    ['30', 'c'],
    ['10', 'x'],
    ['40', 'new'],
  ])
  expect(of(after['A'], 'id').flat().slice(0, 2)).toEqual([
    before['A']?.[2]?.['id'],
    before['A']?.[0]?.['id'],
  ])
  expect(of(after['B'], 'pieces')).toEqual([['1']])
  expect(after['Other']).toEqual(before['Other'])
  expect(await at.undo(at.owner, done.change, uuidv7())).toMatchObject({ left: [] })
  const back = await at.lines()
  expect(Object.keys(back).toSorted()).toEqual(['A', 'Other'])
  expect(of(back['A'], 'pieces', 'note')).toEqual(of(before['A'], 'pieces', 'note'))
})

test('a record without lines in the file keeps those it has, unless empty cells clear', async () => {
  await using at = await setUp()
  await at.make('job', { name: 'A', site: 'North', parts: [{ pieces: '1' }] })
  const content = 'Name,Site,Parts: Pieces\nA,South,\n'
  const kept = await at.send(at.owner, content)
  await at.check(at.owner, kept, byName)
  await at.commit(at.owner, kept.id)
  expect(of((await at.lines())['A'], 'pieces')).toEqual([['1']])
  const cleared = await at.send(at.owner, content)
  const checked = await at.check(at.owner, cleared, { ...byName, empty: 'clear' })
  expect(checked.preview[0]?.values['parts']).toEqual([])
  await at.commit(at.owner, cleared.id)
  expect(of((await at.lines())['A'], 'pieces')).toEqual([])
})

test('records that lines name and that are missing are made once with them, by whoever may make them, and go again with the import', async () => {
  await using at = await setUp()
  const content = 'Name,Parts: Maker,Parts: Pieces\nA,Nova,1\n,nova,2\nB,Nova,3\n,Lone,4\n'
  const job = await at.send(at.rep, content)
  expect(await at.check(at.rep, job)).toMatchObject({ bad: 2, records: 2 })
  const names = await at.rep.call('listUnclearNames', { params: { workspace, id: job.id } })
  expect(names.names.map(({ field, text, rows, forms }) => [field, text, rows, forms])).toEqual([
    ['parts.maker', 'Nova', 2, ['account']],
    ['parts.maker', 'Lone', 1, ['account']],
    ['parts.maker', 'nova', 1, ['account']],
  ])
  const makes = ['Nova', 'Lone'].map((text) => ({ text, form: 'account' }))
  const mapping = job.mapping.map((one) => (one.field === 'parts.maker' ? { ...one, makes } : one))
  const checked = await at.check(at.rep, { id: job.id, mapping })
  expect(checked).toMatchObject({ bad: 0, records: 2, lines: 4 })
  expect(Object.values(checked.titles ?? {}).toSorted()).toEqual(['Lone', 'Nova'])
  const accounts = async () => {
    const params = { workspace, form: 'account' }
    const { rows } = await at.rep.call('queryRecords', { params, body: { columns: ['name'] } })
    return rows.map(({ values }) => String(values['name'])).toSorted()
  }
  expect(await accounts()).toEqual([])
  const done = await at.commit(at.rep, job.id)
  expect(done).toMatchObject({ state: 'done', done: 2 })
  expect(await accounts()).toEqual(['Lone', 'Nova'])
  const [first, second] = (await at.lines())['A'] ?? []
  expect(first?.['maker']).toBe(second?.['maker'])
  expect(await at.undo(at.rep, done.change, uuidv7())).toMatchObject({ left: [] })
  expect(await accounts()).toEqual([])
  expect(await at.lines()).toEqual({})
})

test('rows inside rows are not filled from a file, and stay where their line is changed', async () => {
  await using at = await setUp()
  await at.make('job', { name: 'A', parts: [{ pieces: '1', bits: [{ bit: 'screw' }] }] })
  const job = await at.send(at.owner, 'Name,Parts: Pieces,Parts: Bits\nA,5,(nut)\n')
  expect(fields(job)).toEqual(['name', 'parts.pieces', null])
  for (const field of ['parts.bits', 'parts.bits.bit']) {
    const mapping = job.mapping.map((one) => (one.column === 2 ? { column: 2, field } : one))
    const refused = await at.owner.problem(at.check(at.owner, { id: job.id, mapping }, byName))
    expect(refused.errors?.map(({ pointer }) => pointer)).toEqual(['/mapping/2/field'])
  }
  await at.check(at.owner, job, byName)
  await at.commit(at.owner, job.id)
  const [line] = (await at.lines())['A'] ?? []
  expect(line).toMatchObject({ pieces: '5', bits: [{ bit: 'screw' }] })
})
