import type { FileInfo } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'

/** An account of Rita with an opportunity and a contract of hers, and a contract of the owner. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  const send = async (browser: TestClient, name: string) =>
    (await upload<FileInfo>(browser, `/api/w/${workspace}/files`, name, `about ${name}`)).body.id
  const create = (browser: TestClient, form: string, values: Record<string, unknown>) =>
    browser.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  const account = await create(rep.browser, 'account', { name: 'Acme Ltd' })
  const deal = await create(rep.browser, 'opportunity', { name: 'Big deal', account: account.id })
  const params = { workspace, form: 'account', id: account.id }
  const comment = async (browser: TestClient, form: string, id: string, file: string) =>
    browser.call('createComment', {
      params: { workspace, form, id },
      body: { text: 'Look', files: [await send(browser, file)] },
    })
  const task = (browser: TestClient, title: string, form: string, record: string) =>
    browser.call('createTask', {
      params: { workspace },
      body: {
        title,
        form,
        record,
        assignees: [rep.id],
        day: null,
        time: null,
        repeat: null,
        remindBefore: null,
      },
    })
  const files = async (browser: TestClient, related: boolean) =>
    (await browser.call('listRecordFiles', { params, query: related ? { related: 'true' } : {} })).files.map(
      ({ name }) => name,
    )
  const tasks = async (browser: TestClient, related: boolean) =>
    (await browser.call('listRecordTasks', { params, query: related ? { related: 'true' } : {} })).tasks.map(
      ({ title }) => title,
    )
  return {
    world,
    owner,
    rep,
    other,
    account,
    deal,
    params,
    create,
    comment,
    task,
    files,
    tasks,
    [Symbol.asyncDispose]: world.close,
  }
}

test('tasks and files of a record stand beside those of the records that point to it', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.comment(browser, 'account', at.account.id, 'own.txt')
  at.world.time.now += 1000
  await at.comment(browser, 'opportunity', at.deal.id, 'offer.txt')
  await at.task(browser, 'Visit', 'account', at.account.id)
  await at.task(browser, 'Send the offer', 'opportunity', at.deal.id)
  const elsewhere = await at.create(browser, 'account', { name: 'Other Ltd' })
  await at.comment(browser, 'account', elsewhere.id, 'elsewhere.txt')
  await at.task(browser, 'Elsewhere', 'account', elsewhere.id)
  expect(await at.files(browser, false)).toEqual(['own.txt'])
  expect(await at.files(browser, true)).toEqual(['offer.txt', 'own.txt'])
  expect(await at.tasks(browser, false)).toEqual(['Visit'])
  expect(await at.tasks(browser, true)).toEqual(['Visit', 'Send the offer'])
  const { files } = await browser.call('listRecordFiles', { params: at.params, query: { related: 'true' } })
  expect(files[0]).toMatchObject({
    form: 'opportunity',
    record: at.deal.id,
    recordTitle: 'Big deal',
    uploadedBy: at.rep.id,
  })
})

test('AZ-04: what belongs to records that one may not see is not there, nor anything of a record that one may not see', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const hidden = await at.create(at.owner, 'opportunity', { name: 'Secret deal', account: at.account.id })
  await at.comment(at.owner, 'opportunity', hidden.id, 'secret.txt')
  await at.task(at.owner, 'Secret task', 'opportunity', hidden.id)
  expect(await at.files(browser, true)).toEqual([])
  expect(await at.tasks(browser, true)).toEqual([])
  expect(await at.files(at.owner, true)).toEqual(['secret.txt'])
  expect(await at.tasks(at.owner, true)).toEqual(['Secret task'])
  const otto = at.other.browser
  expect((await otto.problem(at.files(otto, true))).code).toBe('not-found')
  expect((await otto.problem(at.tasks(otto, true))).code).toBe('not-found')
})

test('AZ-03: who may not read how records point here is not shown what belongs to them', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.comment(browser, 'opportunity', at.deal.id, 'offer.txt')
  await at.task(browser, 'Send the offer', 'opportunity', at.deal.id)
  const draft = await at.owner.call('getDraft', { params: { workspace } })
  const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
  const without = (fields: string[]) => fields.filter((field) => field !== 'account')
  const forms = role.forms.map((right) =>
    right.form === 'opportunity'
      ? { ...right, read: without(right.read), write: without(right.write) }
      : right,
  )
  const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
  const { version } = await at.owner.call('editDraft', {
    params: { workspace },
    body: { version: draft.version, edits },
  })
  await at.owner.call('publishDraft', { params: { workspace }, body: { version } })
  expect(await at.files(browser, true)).toEqual([])
  expect(await at.tasks(browser, true)).toEqual([])
})

test('files come portion by portion, each once', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.comment(browser, 'account', at.account.id, 'first.txt')
  // Many at the same instant, as an import brings them.
  await query(
    at.world.databaseUrl,
    `insert into ws_acme._file (id, name, bytes, type, uploaded_by, uploaded_at, form, record, field)
     select gen_random_uuid(), 'file ' || n || '.txt', bytes, type, uploaded_by, uploaded_at, form, record, field
     from ws_acme._file, generate_series(1, 69) n`,
  )
  const names: string[] = []
  let after: string | null | undefined
  do {
    const page = await browser.call('listRecordFiles', {
      params: at.params,
      query: after === undefined || after === null ? {} : { after },
    })
    names.push(...page.files.map(({ name }) => name))
    after = page.next
  } while (after !== null)
  expect(names).toHaveLength(70)
  expect(new Set(names).size).toBe(70)
})
