import type { Import, ImportColumn } from '@pipewright/contract'
import { aForm, anAnyRelationField, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const call = aForm({
  key: 'call',
  fields: [
    aTextField({ required: true }),
    anAnyRelationField({
      key: 'regarding',
      label: { en: 'Regarding' },
      targets: [{ form: 'lead' }, { form: 'account' }],
    }),
  ],
})

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form: call, rights: [] }]
  const { version } = await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version } })
  const make = async (browser: TestClient, form: string, values: object) =>
    (
      await browser.call('createRecord', {
        params: { workspace, form },
        body: { values: values as Record<string, string> },
      })
    ).id
  const started = async (browser: TestClient, form: string, content: string) =>
    (await upload<Import>(browser, `/api/w/${workspace}/forms/${form}/imports`, 'x.csv', content)).body
  const check = async (browser: TestClient, id: string, mapping: readonly ImportColumn[]) => {
    await browser.call('checkImport', { params: { workspace, id }, body: { mapping: [...mapping] } })
    return settled(browser, workspace, id)
  }
  const names = async (browser: TestClient, id: string) =>
    (await browser.call('listUnclearNames', { params: { workspace, id } })).names
  return { world, owner, make, started, check, names, [Symbol.asyncDispose]: world.close }
}

const pick = (mapping: readonly ImportColumn[], field: string, picks: ImportColumn['picks']) =>
  mapping.map((column) => (column.field === field && picks !== undefined ? { ...column, picks } : column))

test('a title that several records have is chosen once for all rows', async () => {
  await using at = await setUp()
  const { owner } = at
  const lead = await at.make(owner, 'lead', { name: 'Acme', source: 'website' })
  const suzhou = await at.make(owner, 'account', { name: 'Acme', phone: '+86 512 6666 8888' })
  const other = await at.make(owner, 'account', { name: 'Ａcme' })
  const one = await at.make(owner, 'account', { name: 'Only' })
  const rows = [
    'name,regarding',
    'a,Acme',
    'b,acme',
    'c,Account: Only',
    'd,Only',
    'e,Account: Acme',
    'f,Nova',
  ]
  const { id, mapping } = await at.started(owner, 'call', rows.join('\n'))
  const checked = await at.check(owner, id, mapping)
  expect(checked.problems.map(({ row, code }) => [row, code])).toEqual([
    [2, 'matched-many'],
    [3, 'matched-many'],
    [7, 'not-matched'],
  ])
  const found = await at.names(owner, id)
  const told = found.map(({ text, title, rows: count, forms, records }) => ({
    text,
    title,
    count,
    forms,
    records: records.map(({ form, record }) => `${form}:${record.id}`).toSorted(),
  }))
  expect(told.find(({ text }) => text === 'Acme')).toEqual({
    text: 'Acme',
    title: 'Acme',
    count: 1,
    forms: ['lead', 'account'],
    records: [`account:${suzhou}`, `lead:${lead}`],
  })
  expect(told.find(({ text }) => text === 'acme')?.records).toHaveLength(3)
  expect(told.find(({ text }) => text === 'acme')?.records).toContain(`account:${other}`)
  expect(told.find(({ text }) => text === 'Nova')).toMatchObject({ records: [], forms: ['lead', 'account'] })
  // What tells them apart is answered with them.
  const phone = found.flatMap(({ records }) => records).find(({ record }) => record.id === suzhou)?.record
  expect(phone?.created_at).toBeTruthy()
  expect(Object.keys(phone?.values ?? {}).length).toBeGreaterThan(0)

  await at.make(owner, 'lead', { name: 'Nova', source: 'website' })
  const picked = pick(mapping, 'regarding', [{ text: 'ACME', record: `account:${suzhou}` }])
  const again = await at.check(owner, id, picked)
  expect(again).toMatchObject({ bad: 0, problems: [] })
  expect(again.mapping).toEqual(picked)
  expect(await at.names(owner, id)).toEqual([])
  await owner.call('commitImport', { params: { workspace, id }, body: { skipBad: false } })
  await settled(owner, workspace, id)
  const { rows: made } = await owner.call('queryRecords', {
    params: { workspace, form: 'call' },
    body: { sort: [{ field: 'name', direction: 'asc' }] },
  })
  const values = made.map((record) => (record.values['regarding'] as { text: string }).text)
  expect(values.slice(0, 5)).toEqual([
    `account:${suzhou}`,
    `account:${suzhou}`,
    `account:${one}`,
    `account:${one}`,
    `account:${suzhou}`,
  ])
  expect(values[5]).toMatch(/^lead:/)
})

test('a plain relation is chosen the same way, among what the importer may see; what may not be seen cannot be picked', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const mine = [
    await at.make(rep.browser, 'account', { name: 'Twin' }),
    await at.make(rep.browser, 'account', { name: 'Twin' }),
  ]
  const hidden = await at.make(at.owner, 'account', { name: 'Twin' })
  const { id, mapping } = await at.started(rep.browser, 'contact', 'name,account\nAnn,Twin\nBob,Nobody\n')
  expect((await at.check(rep.browser, id, mapping)).problems).toMatchObject([
    { code: 'matched-many' },
    { code: 'not-matched' },
  ])
  const names = await at.names(rep.browser, id)
  expect(names.map(({ text, forms, records }) => [text, forms, records.length])).toEqual([
    ['Nobody', ['account'], 0],
    ['Twin', ['account'], 2],
  ])
  expect(names[1]?.records.map(({ record }) => record.id).toSorted()).toEqual(mine.toSorted())

  const stolen = await at.check(rep.browser, id, pick(mapping, 'account', [{ text: 'Twin', record: hidden }]))
  expect(stolen.problems).toMatchObject([{ row: 2, code: 'no-such-record' }, { code: 'not-matched' }])
  const fine = await at.check(rep.browser, id, pick(mapping, 'account', [{ text: 'Twin', record: mine[1]! }]))
  expect(fine.problems).toMatchObject([{ row: 3, code: 'not-matched' }])
  // An import is its maker's alone, and picks belong to records only.
  expect((await at.owner.problem(at.names(at.owner, id))).code).toBe('not-found')
  const wrong = pick(mapping, 'name', [{ text: 'Ann', record: mine[0]! }])
  const refused = rep.browser.call('checkImport', { params: { workspace, id }, body: { mapping: wrong } })
  expect((await rep.browser.problem(refused)).errors).toMatchObject([
    { pointer: expect.stringMatching(/\/picks$/) as string },
  ])
})

test('a name that several members or departments have is chosen too, and whoever is not there is not made', async () => {
  await using at = await setUp()
  const { owner } = at
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'], name: 'Ann' })
  const north = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  const other = await signedInMember(at.world, {
    workspace,
    roles: ['rep'],
    name: 'Ann',
    department: north.id,
  })
  const twin = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: north.id, manager: null },
  })
  const [annId, otherId] = [rep.id, other.id]
  const edits = [
    {
      type: 'addForm' as const,
      form: aForm({
        key: 'shift',
        fields: [
          aTextField(),
          { type: 'member', key: 'who', label: { en: 'Who' } },
          { type: 'members', key: 'others', label: { en: 'Others' } },
          { type: 'department', key: 'place', label: { en: 'Place' } },
        ],
      }),
      rights: [],
    },
  ]
  const { version } = await owner.call('getDraft', { params: { workspace } })
  const draft = await owner.call('editDraft', { params: { workspace }, body: { version, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version: draft.version } })
  const rows = ['name,who,others,place', 'a,Ann,"Ann; Ann",North', 'b,Nobody,,']
  const { id, mapping } = await at.started(owner, 'shift', rows.join('\n'))
  const checked = await at.check(owner, id, mapping)
  expect(checked.problems.map(({ field, code }) => [field, code])).toEqual([
    ['who', 'matched-many'],
    ['others', 'matched-many'],
    ['place', 'matched-many'],
    ['who', 'not-matched'],
  ])
  const names = await at.names(owner, id)
  expect(names.map(({ field, text, forms, records }) => [field, text, forms, records])).toEqual([
    ['others', 'Ann', [], []],
    ['place', 'North', [], []],
    ['who', 'Ann', [], []],
  ])
  const told = (field: string) => names.find((name) => name.field === field)?.people ?? []
  const places = new Map(told('who').map((one) => [one.id, one.department]))
  expect(places).toEqual(
    new Map([
      [annId, null],
      [otherId, north.id],
    ]),
  )
  expect(told('who').every(({ email }) => email?.includes('@'))).toBe(true)
  expect(told('place').map((one) => [one.id, one.department])).toContainEqual([twin.id, north.id])

  const picked = pick(
    pick(pick(mapping, 'who', [{ text: 'Ann', record: otherId }]), 'others', [
      { text: 'ann', record: annId },
    ]),
    'place',
    [{ text: 'North', record: twin.id }],
  )
  expect((await at.check(owner, id, picked)).problems).toMatchObject([{ row: 3, code: 'not-matched' }])
  await owner.call('commitImport', { params: { workspace, id }, body: { skipBad: true } })
  await settled(owner, workspace, id)
  const { rows: made } = await owner.call('queryRecords', {
    params: { workspace, form: 'shift' },
    body: { columns: ['who', 'others', 'place'] },
  })
  expect(made.map(({ values }) => values)).toMatchObject([{ who: otherId, others: [annId], place: twin.id }])
})

test('a record that is missing is made with the rows that name it, or not at all', async () => {
  await using at = await setUp()
  const { owner } = at
  const rows = ['name,regarding', 'a,Nova', 'b,Account: NOVA', 'c,Lone', ',Only Bad']
  const accounts = async () => {
    const { rows: found } = await owner.call('queryRecords', {
      params: { workspace, form: 'account' },
      body: {},
    })
    return found.map(({ title }) => title)
  }
  const makes = (texts: readonly string[], form: string) => texts.map((text) => ({ text, form }))
  const wanted = (mapping: readonly ImportColumn[], form = 'account') =>
    mapping.map((column) =>
      column.field === 'regarding'
        ? { ...column, makes: makes(['Nova', 'Account: NOVA', 'Lone', 'Only Bad'], form) }
        : column,
    )
  const { id, mapping } = await at.started(owner, 'call', rows.join('\n'))
  const refused = (column: readonly ImportColumn[]) =>
    owner.problem(owner.call('checkImport', { params: { workspace, id }, body: { mapping: [...column] } }))
  // A contact cannot be meant here, and a text names nothing.
  expect((await refused(wanted(mapping, 'contact'))).errors?.[0]?.pointer).toMatch(/\/makes$/)
  const named = mapping.map((column) => ({ ...column, makes: makes(['a'], 'account') }))
  expect((await refused(named)).code).toBe('invalid')

  const checked = await at.check(owner, id, wanted(mapping))
  expect(checked.problems).toMatchObject([{ row: 5, field: 'name', code: 'required' }])
  expect(Object.values(checked.titles ?? {})).toEqual(expect.arrayContaining(['Nova', 'Lone']))
  const ids = checked.mapping.flatMap((column) => (column.makes ?? []).map(({ record }) => record))
  expect(new Set(ids).size).toBe(3)
  expect(await accounts()).toEqual([])
  const again = await at.check(owner, id, checked.mapping)
  expect(again.mapping).toEqual(checked.mapping)
  expect(await at.names(owner, id)).toEqual([])

  const dropped = await at.started(owner, 'call', rows.join('\n'))
  await at.check(owner, dropped.id, wanted(dropped.mapping))
  await owner.call('cancelImport', { params: { workspace, id: dropped.id }, body: {} })
  expect(await accounts()).toEqual([])

  await owner.call('commitImport', { params: { workspace, id }, body: { skipBad: true } })
  expect(await settled(owner, workspace, id)).toMatchObject({ state: 'done', done: 3 })
  expect((await accounts()).toSorted()).toEqual(['Lone', 'Nova'])
  const { rows: calls } = await owner.call('queryRecords', {
    params: { workspace, form: 'call' },
    body: { sort: [{ field: 'name', direction: 'asc' }] },
  })
  const texts = calls.map(({ values }) => (values['regarding'] as { text: string }).text)
  expect(texts[0]).toBe(texts[1])
  expect(texts).toEqual([`account:${ids[0]}`, `account:${ids[1]}`, `account:${ids[2]}`])
})

test('whoever may not make records of a form cannot have them made by an import', async () => {
  await using at = await setUp()
  const edits = [
    {
      type: 'putRole' as const,
      role: {
        key: 'caller',
        label: { en: 'Caller' },
        forms: [
          { form: 'account', actions: ['read'], scope: { type: 'all' }, read: ['name'], write: [] },
          {
            form: 'contact',
            actions: ['create', 'read', 'import'],
            scope: { type: 'all' },
            read: [],
            write: ['name', 'account'],
          },
        ],
      },
    },
  ]
  const { version } = await at.owner.call('getDraft', { params: { workspace } })
  const draft = await at.owner.call('editDraft', {
    params: { workspace },
    body: { version, edits: edits as never },
  })
  await at.owner.call('publishDraft', { params: { workspace }, body: { version: draft.version } })
  const caller = await signedInMember(at.world, { workspace, roles: ['caller'] })
  const { id, mapping } = await at.started(caller.browser, 'contact', 'name,account\nAnn,Nova\n')
  const wanted = mapping.map((column) =>
    column.field === 'account' ? { ...column, makes: [{ text: 'Nova', form: 'account' }] } : column,
  )
  const call = caller.browser.call('checkImport', { params: { workspace, id }, body: { mapping: wanted } })
  expect((await caller.browser.problem(call)).code).toBe('not-allowed')
})
