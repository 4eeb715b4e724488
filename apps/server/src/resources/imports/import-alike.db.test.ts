import type { Import, ImportAlike, ImportDecisions, ImportWrites, Problem } from '@pipewright/contract'
import type { Edit } from '@pipewright/schemas'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const form = 'account'

const makes = (alike: ImportAlike): ImportWrites => ({ mode: 'create', by: [], empty: 'keep', alike })
const asks: ImportAlike = { there: 'ask', twice: 'ask' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const member = async (role: string) => (await signedInMember(world, { workspace, roles: [role] })).browser
  const make = (values: Record<string, string>, by: TestClient = owner) =>
    by.call('createRecord', { params: { workspace, form }, body: { values } })
  const change = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    const draft = await owner.call('editDraft', { params, body: { version, edits } })
    await owner.call('publishDraft', { params, body: { version: draft.version } })
  }
  const start = async (content: string, by: TestClient = owner, into = form) => {
    const { body } = await upload<Import & Problem>(
      by,
      `/api/w/${workspace}/forms/${into}/imports`,
      'table.csv',
      content,
    )
    return body
  }
  const check = async (
    { id, columns }: Import,
    writes: ImportWrites,
    by: TestClient = owner,
    decisions?: ImportDecisions,
  ) => {
    const mapping = columns.map(({ name, column }) => ({ column, field: name }))
    const body = { mapping, writes, ...(decisions === undefined ? {} : { decisions }) }
    await by.call('checkImport', { params: { workspace, id }, body })
    return settled(by, workspace, id)
  }
  const commit = async (id: string, by: TestClient = owner) => {
    await by.call('commitImport', { params: { workspace, id }, body: { skipBad: false } })
    return settled(by, workspace, id)
  }
  const rows = async (id: string, show: 'alike' | 'ask' | 'left' | 'bad' | 'new', by: TestClient = owner) =>
    (await by.call('listImportRows', { params: { workspace, id }, query: { show } })).rows
  const names = async (into = form) =>
    (
      await owner.call('queryRecords', {
        params: { workspace, form: into },
        body: { sort: [{ field: 'name', direction: 'asc' }] },
      })
    ).rows.map(({ values }) => values['name'])
  return {
    world,
    owner,
    member,
    make,
    change,
    start,
    check,
    commit,
    rows,
    names,
    [Symbol.asyncDispose]: world.close,
  }
}

const file = 'name,phone,city\nMedlar Works,,Bonn\nQuince Inc,+49 30 7654321,Kiel\nQUINCE,,Ulm\nAlone,,Köln\n'

test('rows that probably are there are shown with the record, and nothing comes in before it is decided', async () => {
  await using at = await setUp()
  const medlar = await at.make({ name: 'Medlar Works Ltd', city: 'Berlin' })
  const quince = await at.make({ name: 'Something else', phone: '030 7654321' })
  const job = await at.check(await at.start(file), makes(asks))
  expect(job).toMatchObject({ state: 'checked', rows: 4, bad: 0, alike: 3, undecided: 3, left: 0 })
  const found = (await at.rows(job.id, 'ask')).map(({ row, alike, record }) => ({ row, record, alike }))
  const looks = { more: false, twice: null, hidden: [], mayUpdate: true, fate: 'ask' }
  expect(found).toEqual([
    {
      row: 2,
      record: null,
      alike: { ...looks, record: { id: medlar.id, title: 'Medlar Works Ltd' }, fields: ['name'] },
    },
    {
      row: 3,
      record: null,
      alike: { ...looks, record: { id: quince.id, title: 'Something else' }, fields: ['phone'] },
    },
    {
      row: 4,
      record: null,
      alike: { ...looks, record: null, fields: ['name'], twice: 3, mayUpdate: false },
    },
  ])
  expect((await at.rows(job.id, 'new')).map(({ row }) => row)).toEqual([5])
  const early = at.owner.call('commitImport', {
    params: { workspace, id: job.id },
    body: { skipBad: true },
  })
  expect(await at.owner.problem(early)).toMatchObject({ status: 409, code: 'import-undecided' })

  const decided = await at.check(job, makes(asks), at.owner, {
    rows: [
      { row: 2, fate: 'update', record: medlar.id },
      { row: 4, fate: 'leave', record: null },
    ],
    rest: 'import',
  })
  expect(decided).toMatchObject({ alike: 3, undecided: 0, left: 1, changed: 1 })
  const [first] = (await at.rows(job.id, 'alike')).filter(({ row }) => row === 2)
  expect(first).toMatchObject({
    record: { id: medlar.id, title: 'Medlar Works Ltd' },
    was: { name: 'Medlar Works Ltd', city: 'Berlin' },
    alike: { fate: 'update' },
  })
  const done = await at.commit(job.id)
  expect(done).toMatchObject({ state: 'done', done: 3, left: 1 })
  expect(await at.names()).toEqual(['Alone', 'Medlar Works', 'Quince Inc', 'Something else'])
  // What stayed out is told afterwards, with why.
  expect(await at.rows(job.id, 'left')).toMatchObject([
    { row: 4, values: { name: 'QUINCE' }, alike: { twice: 3, fields: ['name'], fate: 'leave' } },
  ])
  await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into: uuidv7() },
  })
  expect(await at.names()).toEqual(['Medlar Works Ltd', 'Something else'])
})

test('what is chosen for all rows counts at once, and is kept with the match', async () => {
  await using at = await setUp()
  const medlar = await at.make({ name: 'Medlar Works Ltd', city: 'Berlin' })
  const leaves: ImportAlike = { there: 'leave', twice: 'leave' }
  const left = await at.check(await at.start(file), makes(leaves))
  expect(left).toMatchObject({ undecided: 0, left: 2, changed: 0 })
  const updates = await at.check(left, makes({ there: 'update', twice: 'leave' }))
  expect(updates).toMatchObject({ undecided: 0, left: 1, changed: 1 })
  expect(updates.writes.alike).toEqual({ there: 'update', twice: 'leave' })
  const all = await at.check(left, makes({ there: 'import', twice: 'import' }))
  expect(all).toMatchObject({ alike: 2, undecided: 0, left: 0, changed: 0 })
  await at.commit((await at.check(left, makes({ there: 'update', twice: 'leave' }))).id)
  const read = await at.owner.call('getRecord', { params: { workspace, form, id: medlar.id } })
  expect(read.values).toMatchObject({ name: 'Medlar Works', city: 'Bonn' })
  const body = { name: 'List', columns: [{ name: 'name', field: 'name' }], writes: makes(leaves) }
  const { presets } = await at.owner.call('saveImportPreset', { params: { workspace, form }, body })
  expect(presets).toMatchObject([{ writes: { alike: leaves } }])
})

test('nobody looks for rows that are there where that was not asked or nothing tells them', async () => {
  await using at = await setUp()
  await at.make({ name: 'Medlar Works Ltd' })
  const plain = await at.check(await at.start(file), { mode: 'create', by: [], empty: 'keep' })
  expect(plain).toMatchObject({ alike: 0, undecided: 0, left: 0 })
  const mute = await at.check(await at.start('name\nOrder\n', at.owner, 'opportunity'), makes(asks))
  expect(mute.writes.alike).toBeUndefined()
})

test('it is never guessed which record is changed, and no two rows change one', async () => {
  await using at = await setUp()
  await at.make({ name: 'Pear Ltd' })
  await at.make({ name: 'Pear Inc' })
  const plum = await at.make({ name: 'Plum', phone: '030 1112223' })
  const content = 'name,phone,city\nPear,,Bonn\nPlum,,Bonn\nDamson,030 1112223,Kiel\n'
  const writes = makes({ there: 'update', twice: 'import' })
  const job = await at.check(await at.start(content), writes)
  expect(job).toMatchObject({ changed: 1, undecided: 1, bad: 1 })
  expect(await at.rows(job.id, 'ask')).toMatchObject([{ row: 2, alike: { more: true, mayUpdate: false } }])
  expect(await at.rows(job.id, 'bad')).toMatchObject([
    { row: 4, problems: [{ code: 'alike-twice' }], alike: { record: { id: plum.id }, fate: 'update' } },
  ])
  const decided = await at.check(job, writes, at.owner, {
    rows: [
      // It is not sure which one is meant, so that this is asked again.
      { row: 2, fate: 'update', record: uuidv7() },
      { row: 4, fate: 'leave', record: plum.id },
    ],
    rest: 'leave',
  })
  expect(decided).toMatchObject({ bad: 0, undecided: 1, left: 1 })
})

test('a row that would be refused can stay out or change the record that is there', async () => {
  await using at = await setUp()
  const pump = await at.owner.call('createRecord', {
    params: { workspace, form: 'product' },
    body: { values: { name: 'Pump', code: 'P-1', list_price: '10.00' } },
  })
  const started = await at.start('name,code,list_price\nPump,P-1,12\n', at.owner, 'product')
  const refused = await at.check(started, makes(asks))
  expect(refused).toMatchObject({ bad: 1, alike: 1, undecided: 0, problems: [{ code: 'not-unique' }] })
  const left = await at.check(started, makes({ there: 'leave', twice: 'leave' }))
  expect(left).toMatchObject({ bad: 0, left: 1, problems: [] })
  const changed = await at.check(started, makes({ there: 'update', twice: 'leave' }))
  expect(changed).toMatchObject({ bad: 0, changed: 1 })
  await at.commit(changed.id)
  const read = await at.owner.call('getRecord', { params: { workspace, form: 'product', id: pump.id } })
  expect(read.values['list_price']).toBe('12.00')
})

test('a record that one may not see is neither named nor hinted at, unless the form tells that there is one', async () => {
  await using at = await setUp()
  const rep = await at.member('rep')
  await at.make({ name: 'Medlar Works Ltd' })
  const own = await at.make({ name: 'Quince Ltd' }, rep)
  const started = await at.start(file, rep)
  const job = await at.check(started, makes(asks), rep)
  expect((await at.rows(job.id, 'alike', rep)).map(({ row, alike }) => [row, alike?.record?.id])).toEqual([
    [3, own.id],
    [4, own.id],
  ])
  const leaves = makes({ there: 'leave', twice: 'leave' })
  expect(await at.check(started, leaves, rep)).toMatchObject({ left: 2 })
  const { definition } = await at.owner.call('getDraft', { params })
  const matching = definition.forms.find(({ key }) => key === form)?.matching
  await at.change({
    type: 'setForm',
    form,
    changes: { matching: { rules: [], ...matching, tellHidden: true } },
  })
  const told = await at.check(started, makes({ there: 'update', twice: 'leave' }), rep)
  const [hidden] = await at.rows(told.id, 'ask', rep)
  const { member } = await at.owner.call('getApp', { params })
  expect(hidden?.alike).toMatchObject({ record: null, mayUpdate: false, hidden: [member.name] })
  expect(JSON.stringify(hidden)).not.toContain('Medlar Works Ltd')
})

test('what one may not read is not compared, and what one may not change is not changed', async () => {
  await using at = await setUp()
  const other = await at.member('rep')
  const medlar = await at.make({ name: 'Medlar Works Ltd', phone: '030 7654321' })
  const { definition } = await at.owner.call('getDraft', { params })
  const role = definition.roles.find(({ key }) => key === 'rep')
  const rule = role?.forms.find((one) => one.form === form)
  if (role === undefined || rule === undefined) throw new Error('no role')
  const others = role.forms.filter((one) => one.form !== form)
  const reads = {
    ...rule,
    actions: rule.actions.filter((action) => action !== 'update'),
    scope: { type: 'all' as const },
    write: rule.write.filter((key) => key !== 'phone'),
  }
  await at.change({ type: 'putRole', role: { ...role, forms: [...others, reads] } })
  const content = 'name,city\nMedlar Works,Bonn\nSomebody,Kiel\n'
  const started = await at.start(content, other)
  const job = await at.check(started, makes(asks), other)
  expect(await at.rows(job.id, 'ask', other)).toMatchObject([
    { row: 2, alike: { record: { id: medlar.id }, fields: ['name'], mayUpdate: false } },
  ])
  const change = other.call('checkImport', {
    params: { workspace, id: job.id },
    body: {
      mapping: [{ column: 0, field: 'name' }],
      writes: makes({ there: 'update', twice: 'leave' }),
    },
  })
  expect((await other.problem(change)).status).toBe(403)
  const decided = await at.check(started, makes(asks), other, {
    rows: [{ row: 2, fate: 'update', record: medlar.id }],
  })
  expect(decided).toMatchObject({ undecided: 1, changed: 0 })
  // Where the importer may not read what is compared there is nothing to ask.
  const blind = {
    ...reads,
    read: [],
    write: reads.write.filter((key) => key !== 'name' && key !== 'website'),
  }
  await at.change({ type: 'putRole', role: { ...role, forms: [...others, blind] } })
  const unread = await at.check(
    { ...started, columns: started.columns.filter(({ name }) => name === 'city') },
    makes(asks),
    other,
  )
  expect(unread.alike).toBe(0)
})
