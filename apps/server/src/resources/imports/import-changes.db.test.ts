import type { Import, ImportWrites, Problem } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const byCode = (mode: 'update' | 'both', empty: 'keep' | 'clear' = 'keep', by = ['code']): ImportWrites => ({
  mode,
  by,
  empty,
})

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const params = { workspace, form: 'product' }
  const make = async (form: string, values: Record<string, unknown>, browser: TestClient = owner) =>
    browser.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  const change = (id: string, version: number, values: Record<string, unknown>) =>
    owner.call('updateRecord', { params: { ...params, id }, body: { version, values: values as never } })
  const read = async (id: string) => (await owner.call('getRecord', { params: { ...params, id } })).values
  const checked = async (writes: ImportWrites, content: string, form = 'product', browser = owner) => {
    const path = `/api/w/${workspace}/forms/${form}/imports`
    const { body } = await upload<Import & Problem>(browser, path, 'table.csv', content)
    const { id, columns } = body
    const named = columns.map(({ name, column }) => ({ column, field: name }))
    await browser.call('checkImport', { params: { workspace, id }, body: { mapping: named, writes } })
    return settled(browser, workspace, id)
  }
  const commit = async (id: string, skipBad = false) => {
    await owner.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(owner, workspace, id)
  }
  return { world, owner, make, change, read, checked, commit, [Symbol.asyncDispose]: world.close }
}

test('rows change the records whose key they name, and the check says what of them', async () => {
  await using at = await setUp()
  const pump = await at.make('product', {
    name: 'Pump',
    code: 'P-1',
    list_price: '10.00',
    description: 'Blue',
  })
  const valve = await at.make('product', { name: 'Valve', code: 'V-1', list_price: '5.00' })
  const file = 'code,name,list_price,description\nｐ-1,Pump,12.50,\nV-1,Valve,5,\n'
  const job = await at.checked(byCode('update'), file)
  expect(job).toMatchObject({ state: 'checked', rows: 2, bad: 0, changed: 2, same: 1, problems: [] })
  expect(job.preview[0]).toMatchObject({
    row: 2,
    record: { id: pump.id, title: 'Pump' },
    was: { list_price: '10.00' },
  })
  expect((await at.read(pump.id))['list_price']).toBe('10.00')
  expect(await at.commit(job.id)).toMatchObject({ state: 'done', done: 2 })
  expect(await at.read(pump.id)).toMatchObject({ code: 'P-1', list_price: '12.50', description: 'Blue' })
  const params = { workspace, form: 'product', id: pump.id }
  const [event] = (await at.owner.call('getHistory', { params })).events
  expect(event).toMatchObject({ kind: 'update', cause: { type: 'import', id: job.id } })
  const untouched = await at.owner.call('getRecord', { params: { ...params, id: valve.id } })
  expect(untouched.version).toBe(valve.version)
})

test('an empty cell clears what the record holds where that was chosen', async () => {
  await using at = await setUp()
  const pump = await at.make('product', {
    name: 'Pump',
    code: 'P-1',
    list_price: '10.00',
    description: 'Blue',
  })
  const job = await at.checked(byCode('update', 'clear'), 'code,description,name\nP-1,,\n')
  expect(job.problems).toMatchObject([{ row: 2, column: 'name', code: 'required' }])
  const other = await at.checked(byCode('update', 'clear'), 'code,description\nP-1,\n')
  await at.commit(other.id)
  expect(await at.read(pump.id)).toMatchObject({ name: 'Pump', description: null })
})

test('rows without a record make one or are told, and none means two', async () => {
  await using at = await setUp()
  await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const file = 'code,name,list_price\nP-1,Pump,11\nN-1,New,3\n,No code,4\np-1,Again,12\n'
  const strict = await at.checked(byCode('update'), file)
  expect(strict.problems.map(({ row, code }) => [row, code])).toEqual([
    [3, 'not-matched'],
    [4, 'key-empty'],
    [5, 'key-twice'],
  ])
  expect(strict.problems[2]?.message).toBe('Row 2 already means the record “p-1”.')
  const job = await at.checked(byCode('both'), file)
  expect(job.problems.map(({ row, code }) => [row, code])).toEqual([
    [4, 'required'],
    [5, 'key-twice'],
  ])
  await at.commit(job.id, true)
  const rows = await at.owner.call('queryRecords', {
    params: { workspace, form: 'product' },
    body: { sort: [{ field: 'name', direction: 'asc' }] },
  })
  expect(rows.rows.map(({ values }) => [values['name'], values['list_price']])).toEqual([
    ['New', '3.00'],
    ['Pump', '11.00'],
  ])
})

test('a key that several records have is told, and a second field tells them apart', async () => {
  await using at = await setUp()
  await at.make('contact', { name: 'Ann', phone: '13800000001' })
  const second = await at.make('contact', { name: 'Ann', phone: '13800000002' })
  const file = 'name,phone,email\nAnn,13800000002,ann@example.com\n'
  const alone = await at.checked(byCode('update', 'keep', ['name']), file, 'contact')
  expect(alone.problems).toMatchObject([{ code: 'matched-many', column: 'name' }])
  const both = await at.checked(byCode('update', 'keep', ['name', 'phone']), file, 'contact')
  expect(both.preview).toMatchObject([{ record: { id: second.id } }])
})

test('what somebody changed since the check is not overwritten, and nothing is imported', async () => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const valve = await at.make('product', { name: 'Valve', code: 'V-1', list_price: '5.00' })
  const job = await at.checked(byCode('update'), 'code,list_price\nP-1,12\nV-1,6\n')
  const next = await at.change(valve.id, valve.version, { description: 'Elsewhere' })
  await at.change(pump.id, pump.version, { list_price: '11.00' })
  expect(await at.commit(job.id)).toMatchObject({
    state: 'failed',
    problems: [{ row: 2, code: 'stale-version' }],
  })
  expect([(await at.read(pump.id))['list_price'], (await at.read(valve.id))['list_price']]).toEqual([
    '11.00',
    '5.00',
  ])
  const again = await at.checked(byCode('update'), 'code,list_price\nV-1,6\n')
  await at.change(valve.id, next.version, { description: 'Still elsewhere' })
  expect(await at.commit(again.id)).toMatchObject({ state: 'done' })
  expect(await at.read(valve.id)).toMatchObject({ list_price: '6.00', description: 'Still elsewhere' })
})

test('only records that the importer sees and may change are changed', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  await at.make('lead', { name: 'Hidden', company: 'Acme', email: 'h@example.com' })
  const own = await at.make('lead', { name: 'Own', company: 'Acme', email: 'o@example.com' }, rep.browser)
  const file = 'email,company\nh@example.com,Stolen\no@example.com,Mine\n'
  const job = await at.checked(byCode('update', 'keep', ['email']), file, 'lead', rep.browser)
  expect(job.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'not-matched']])
  expect(job.preview).toMatchObject([{ record: { id: own.id, title: 'Own' } }])
})

test('a number that the engine gives tells a record and is never written', async () => {
  await using at = await setUp()
  const account = await at.make('account', { name: 'Acme' })
  const invoice = await at.make('sales_order', { account: account.id, notes: 'First' })
  const number = String(invoice.values['number'])
  const file = `number,notes\n${number},Renamed\nX-999,Unknown\n`
  const job = await at.checked(byCode('both', 'keep', ['number']), file, 'sales_order')
  expect(job.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'not-matched']])
  expect(job.preview).toMatchObject([{ record: { id: invoice.id }, values: { notes: 'Renamed' } }])
})

test('a key that is not in the file or cannot be found by is refused', async () => {
  await using at = await setUp()
  const path = `/api/w/${workspace}/forms/product/imports`
  const { body } = await upload<Import & Problem>(at.owner, path, 'table.csv', 'code\nP-1\n')
  const check = (by: string[]) =>
    at.owner.problem(
      at.owner.call('checkImport', {
        params: { workspace, id: body.id },
        body: { mapping: [{ column: 0, field: 'code' }], writes: byCode('update', 'keep', by) },
      }),
    )
  expect((await check(['name'])).errors).toMatchObject([{ pointer: '/writes/by/0', code: 'required' }])
  expect((await check(['nothing'])).errors).toMatchObject([
    { pointer: '/writes/by/0', code: 'unknown-field' },
  ])
  expect((await check([])).errors).toMatchObject([{ pointer: '/writes/by', code: 'required' }])
})

test('an import is undone as one step: what it made goes, what it changed comes back', async () => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const job = await at.checked(byCode('both'), 'code,name,list_price\nP-1,Pump 2,12\nN-1,New,3\n')
  expect(job.change).toBeNull()
  const done = await at.commit(job.id)
  const listed = await at.owner.call('listImports', { params: { workspace, form: 'product' } })
  expect(listed.imports).toMatchObject([{ id: job.id, fileName: 'table.csv', rows: 2 }])
  const undone = await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into: uuidv7() },
  })
  expect(undone).toMatchObject({ left: [], refused: [], next: null })
  const { rows } = await at.owner.call('queryRecords', { params: { workspace, form: 'product' }, body: {} })
  expect(rows.map(({ id, values }) => [id, values['name'], values['list_price']])).toEqual([
    [pump.id, 'Pump', '10.00'],
  ])
})

test('what two rows far apart would give two records is told before anything is written', async () => {
  await using at = await setUp()
  await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  await at.make('product', { name: 'Valve', code: 'V-1', list_price: '5.00' })
  const between = Array.from({ length: 600 }, (_, n) => `Unknown ${n},U-${n}`)
  const file = ['name,code', 'Pump,N-1', ...between, 'Valve,n-1', ''].join('\n')
  const job = await at.checked(byCode('update', 'keep', ['name']), file)
  expect(job.bad).toBe(601)
  expect(job.problems.filter(({ code }) => code !== 'not-matched')).toMatchObject([
    { row: 603, column: 'code', code: 'not-unique' },
  ])
})

test('of records that are changed together only those that are refused stay as they were', async () => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  await at.make('product', { name: 'Valve', code: 'V-1', list_price: '5.00' })
  const job = await at.checked(
    byCode('update', 'keep', ['name']),
    'name,code,list_price\nPump,P-9,11\nValve,P-9,6\n',
  )
  expect(job.problems).toMatchObject([{ row: 3, column: 'code', code: 'not-unique' }])
  expect(await at.commit(job.id, true)).toMatchObject({ state: 'done', done: 1 })
  expect(await at.read(pump.id)).toMatchObject({ code: 'P-9', list_price: '11.00' })
})

test('every checked row can be looked at, by what becomes of it and by what is in it, by its importer alone', async () => {
  await using at = await setUp()
  await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  await at.make('product', { name: 'Valve', code: 'V-1', list_price: '5.00' })
  const many = Array.from({ length: 60 }, (_, n) => `N-${n},New ${n},${n}`)
  const file = ['code,name,list_price', 'P-1,Pump,11', 'V-1,Valve,5', 'X-1,,7', ...many, ''].join('\n')
  const { id } = await at.checked(byCode('both'), file)
  const shown = (query: { show?: 'new' | 'changed' | 'same' | 'bad'; search?: string; after?: string }) =>
    at.owner.call('listImportRows', { params: { workspace, id }, query })
  expect((await shown({ show: 'changed' })).rows).toMatchObject([
    { row: 2, record: { title: 'Pump' }, was: { list_price: '10.00' }, values: { list_price: '11' } },
  ])
  expect((await shown({ show: 'same' })).rows.map(({ row }) => row)).toEqual([3])
  expect((await shown({ show: 'bad' })).rows).toMatchObject([{ row: 4, problems: [{ code: 'required' }] }])
  const first = await shown({ show: 'new' })
  expect([first.rows.length, first.next]).toEqual([50, '54'])
  const rest = await shown({ show: 'new', after: first.next ?? '' })
  expect([rest.rows.length, rest.next]).toEqual([10, null])
  expect((await shown({ search: 'new 3' })).rows.map(({ row }) => row)).toEqual([
    8,
    ...Array.from({ length: 10 }, (_, n) => 35 + n),
  ])
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const other = await at.owner.problem(
    rep.browser.call('listImportRows', { params: { workspace, id }, query: {} }),
  )
  expect(other.status).toBe(404)
  // Once they came in there are none to look at: that is said, not answered as none.
  await at.commit(id, true)
  expect((await at.owner.problem(shown({}))).code).toBe('import-state')
})

test('an undo takes back what it can together, and leaves alone what somebody touched or refers to', async () => {
  await using at = await setUp()
  const codes = Array.from({ length: 12 }, (_, n) => `U-${n}`)
  for (const code of codes.slice(0, 6)) await at.make('product', { name: code, code, list_price: '10.00' })
  const rows = codes.map((code) => `${code},${code},12`)
  const job = await at.checked(byCode('both'), `code,name,list_price\n${rows.join('\n')}\n`)
  const done = await at.commit(job.id)
  const params = { workspace, form: 'product' }
  const found = async () =>
    new Map(
      (await at.owner.call('queryRecords', { params, body: {} })).rows.map((row) => [
        String(row.values['code']),
        row,
      ]),
    )
  const before = await found()
  const other = await signedInMember(at.world, { workspace, roles: ['admin'] })
  const change = (code: string, values: Record<string, string>) => {
    const { id = '', version = 0 } = before.get(code) ?? {}
    return other.browser.call('updateRecord', { params: { ...params, id }, body: { version, values } })
  }
  await change('U-1', { list_price: '13.00' })
  await change('U-2', { name: 'Another name' })
  await change('U-7', { name: 'Mine by now' })
  const gone = before.get('U-3')
  await at.owner.call('deleteRecord', {
    params: { ...params, id: gone?.id ?? '' },
    query: { version: String(gone?.version) },
  })
  const into = uuidv7()
  const undone = await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into },
  })
  expect(undone.refused).toEqual([])
  expect(undone.left.map(({ title, field, reason }) => `${title} ${field}: ${reason}`).toSorted()).toEqual([
    'Mine by now null: changed',
    'U-1 list_price: changed',
    // Whoever may see it in the recycle bin reads its name.
    'U-3 null: deleted',
  ])
  const after = [...(await found())].map(
    ([code, { values }]) => `${code} ${String(values['name'])} ${String(values['list_price'])}`,
  )
  expect(after.toSorted()).toEqual([
    'U-0 U-0 10.00',
    'U-1 U-1 13.00',
    'U-2 Another name 10.00',
    'U-4 U-4 10.00',
    'U-5 U-5 10.00',
    'U-7 Mine by now 12.00',
  ])
  const bin = await at.owner.call('listBin', {
    params: { workspace },
    body: { filter: { forms: ['product'] } },
  })
  expect(bin.rows).toHaveLength(6)
  // Doing it again brings back what went.
  await at.owner.call('undoChange', { params: { workspace, id: into }, body: { into: uuidv7() } })
  expect([...(await found()).keys()].toSorted()).toEqual(codes.filter((code) => code !== 'U-3').toSorted())
})
