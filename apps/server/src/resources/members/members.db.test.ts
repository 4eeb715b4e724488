import {
  appUnderTest,
  memberIdOf,
  ownerPerson,
  query,
  signedInMember,
  type AppUnderTest,
} from '@pipewright/testing'
import { expect, test } from 'vitest'

const dayMs = 24 * 3600_000

async function blank(world: AppUnderTest): Promise<string> {
  const owner = await world.owner()
  const body = {
    name: 'Acme Sales',
    template: null,
    sample: false,
    locale: 'en',
    zone: 'Europe/London',
  } as const
  return (await owner.call('createWorkspace', { body })).key
}

test('the maker of a workspace is its administrator and finds it in her session', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  expect(workspace).toBe('acme_sales')
  const owner = await world.owner()
  expect((await owner.call('getSession')).workspaces).toEqual([{ key: 'acme_sales', name: 'Acme Sales' }])
  const { members, roles } = await owner.call('listMembers', { params: { workspace } })
  expect(members).toMatchObject([{ name: 'Ada Lovelace', roles: ['admin'], active: true, signedUp: true }])
  expect(roles.map(({ key }) => key)).toEqual(['admin', 'manager', 'rep'])
})

test('two workspaces of one name get two keys, also at once', async () => {
  await using world = await appUnderTest()
  await world.owner()
  const keys = await Promise.all([blank(world), blank(world), blank(world)])
  expect(keys.toSorted()).toEqual(['acme_sales', 'acme_sales_2', 'acme_sales_3'])
})

test('a workspace does not exist for those who are no members', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const stranger = await signedInMember(world, { workspace, roles: ['rep'] })
  const owner = await world.owner()
  const body = { name: 'Secret', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  const { key } = await owner.call('createWorkspace', { body })
  const read = async (name: string) => {
    const problem = await stranger.browser.problem(
      stranger.browser.call('listMembers', { params: { workspace: name } }),
    )
    return { ...problem, requestId: '' }
  }
  expect(await read(key)).toEqual(await read('no_such_workspace'))
  expect(await read('Not-A-Key')).toEqual(await read('no_such_workspace'))
})

test('an invitation is for one person, once, for seven days, and only its hash is kept', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const invite = (email: string) =>
    owner.call('inviteMember', { params: { workspace }, body: { email, roles: ['rep'], department: null } })
  const { link, member } = await invite('Bo@example.com')
  expect(member).toMatchObject({ email: 'Bo@example.com', signedUp: false })
  expect(link).toMatch(/^http:\/\/pipewright\.test\/invitations\/acme_sales\./)
  const token = link.split('/').at(-1) ?? ''
  const stored = JSON.stringify(await query(world.databaseUrl, 'select * from ws_acme_sales._invitation'))
  expect(stored).not.toContain(token.split('.')[1])
  const guest = world.client()
  expect(await guest.call('getInvitation', { params: { token } })).toEqual({
    workspace: 'Acme Sales',
    email: 'Bo@example.com',
    known: false,
  })
  const person = {
    name: 'Bo',
    password: 'a long enough password',
    locale: 'zh',
    zone: 'Asia/Shanghai',
  } as const
  const session = await guest.call('acceptInvitation', { params: { token }, body: person })
  expect(session).toMatchObject({ account: { name: 'Bo', locale: 'zh' }, workspaces: [{ key: workspace }] })
  const again = world.client()
  expect(
    (await again.problem(again.call('acceptInvitation', { params: { token }, body: person }))).code,
  ).toBe('link-invalid')
  expect((await owner.problem(invite('bo@EXAMPLE.com'))).code).toBe('already-member')
  const late = (await invite('late@example.com')).link.split('/').at(-1) ?? ''
  world.time.now += 8 * dayMs
  expect((await again.problem(again.call('getInvitation', { params: { token: late } }))).code).toBe(
    'link-invalid',
  )
})

test('a new invitation makes the one before void', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const invite = async () => {
    const body = { email: 'bo@example.com', roles: ['rep'], department: null }
    return (await owner.call('inviteMember', { params: { workspace }, body })).link.split('/').at(-1) ?? ''
  }
  const first = await invite()
  const second = await invite()
  const guest = world.client()
  expect((await guest.problem(guest.call('getInvitation', { params: { token: first } }))).code).toBe(
    'link-invalid',
  )
  expect((await guest.call('getInvitation', { params: { token: second } })).known).toBe(false)
})

test('whoever has an account joins with its password, and with no other', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const { browser, email, password } = await signedInMember(world, { workspace, roles: ['admin'] })
  const body = { name: 'Second', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  const { key: second } = await browser.call('createWorkspace', { body })
  const entries = { email: ownerPerson.email, roles: ['rep'], department: null }
  const { link } = await browser.call('inviteMember', { params: { workspace: second }, body: entries })
  const token = link.split('/').at(-1) ?? ''
  const guest = world.client()
  const accept = (secret: string) =>
    guest.call('acceptInvitation', {
      params: { token },
      body: { name: 'X', password: secret, locale: 'en', zone: 'UTC' },
    })
  expect((await guest.problem(accept(password))).code).toBe('wrong-credentials')
  expect((await accept(ownerPerson.password)).workspaces).toHaveLength(2)
  expect(email).not.toBe(ownerPerson.email)
})

test('only those who manage members see and change them', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const { browser, id } = await signedInMember(world, { workspace, roles: ['rep'] })
  const params = { workspace }
  const calls = [
    browser.call('listMembers', { params }),
    browser.call('inviteMember', {
      params,
      body: { email: 'x@example.com', roles: ['admin'], department: null },
    }),
    browser.call('updateMember', { params: { workspace, id }, body: { roles: ['admin'] } }),
    browser.call('createDepartment', { params, body: { name: 'Mine', parent: null, manager: null } }),
  ]
  for (const call of calls) expect((await browser.problem(call)).code).toBe('not-allowed')
})

test('AN-04: a change of roles or a lock-out ends the sessions of that person, in every process', async () => {
  await using world = await appUnderTest()
  await using other = await world.secondProcess()
  const workspace = await blank(world)
  const owner = await world.owner()
  const { id, email, password } = await signedInMember(world, { workspace, roles: ['rep'] })
  const elsewhere = other.client()
  await elsewhere.call('signIn', { body: { email, password } })
  await owner.call('updateMember', { params: { workspace, id }, body: { roles: ['manager'] } })
  await expect.poll(async () => (await elsewhere.call('getSession')).account, { timeout: 5000 }).toBeNull()
  await elsewhere.call('signIn', { body: { email, password } })
  await owner.call('updateMember', { params: { workspace, id }, body: { active: false } })
  await expect.poll(async () => (await elsewhere.call('getSession')).account, { timeout: 5000 }).toBeNull()
  expect((await elsewhere.call('signIn', { body: { email, password } })).workspaces).toEqual([])
  await owner.call('updateMember', { params: { workspace, id }, body: { active: true } })
  expect((await elsewhere.call('getSession')).workspaces).toHaveLength(1)
})

test('AN-03: whoever changes her own roles goes on under a new session', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const id = await memberIdOf(world, workspace, ownerPerson.email)
  const before = owner.cookies.get('pipewright')
  await owner.call('updateMember', { params: { workspace, id }, body: { roles: ['admin', 'rep'] } })
  expect(owner.cookies.get('pipewright')).not.toBe(before)
  expect((await owner.call('getSession')).account).not.toBeNull()
})

test('the last administrator stays, also when two go at once', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const ada = await memberIdOf(world, workspace, ownerPerson.email)
  const change = (id: string, body: object) =>
    ({ method: 'PATCH', url: `/api/w/${workspace}/members/${id}`, body }) as const
  for (const body of [{ roles: ['rep'] }, { active: false }, { roles: [] }]) {
    const answer = await owner.send(change(ada, body))
    expect(answer.json()).toMatchObject({ status: 409, code: 'last-admin' })
  }
  const second = await signedInMember(world, { workspace, roles: ['admin'] })
  const answers = await Promise.all([
    owner.send(change(ada, { active: false })),
    second.browser.send(change(second.id, { active: false })),
  ])
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
})

test('unknown roles and departments are refused at their place', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const department = '00000000-0000-7000-8000-000000000000'
  const body = { email: 'x@example.com', roles: ['rep', 'king'], department }
  const problem = await owner.problem(owner.call('inviteMember', { params: { workspace }, body }))
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/roles/1', '/department'])
})

test('departments form a tree without circles, and one in use stays', async () => {
  await using world = await appUnderTest()
  const workspace = await blank(world)
  const owner = await world.owner()
  const params = { workspace }
  const manager = await memberIdOf(world, workspace, ownerPerson.email)
  const top = await owner.call('createDepartment', {
    params,
    body: { name: ' Sales ', parent: null, manager },
  })
  expect(top).toMatchObject({ name: 'Sales', manager })
  const below = await owner.call('createDepartment', {
    params,
    body: { name: 'North', parent: top.id, manager: null },
  })
  const circle = owner.call('updateDepartment', {
    params: { workspace, id: top.id },
    body: { name: 'Sales', parent: below.id, manager },
  })
  expect((await owner.problem(circle)).errors).toMatchObject([{ pointer: '/parent' }])
  const used = owner.call('deleteDepartment', { params: { workspace, id: top.id } })
  expect((await owner.problem(used)).code).toBe('department-in-use')
  await owner.call('deleteDepartment', { params: { workspace, id: below.id } })
  const gone = owner.call('deleteDepartment', { params: { workspace, id: below.id } })
  expect((await owner.problem(gone)).code).toBe('not-found')
})
