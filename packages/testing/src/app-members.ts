import { findMemberByEmail, findWorkspace } from '@pipewright/db'
import type { AppUnderTest } from './app.ts'
import type { TestClient } from './app-client.ts'

export interface NewMember {
  readonly workspace: string
  readonly roles: readonly string[]
  readonly department?: string
  readonly name?: string
  readonly email?: string
  readonly locale?: 'en' | 'zh'
}

export interface SignedInMember {
  readonly browser: TestClient
  /** The member, as records name it. */
  readonly id: string
  readonly email: string
  readonly password: string
}

let count = 0

/** Invites a member and lets her accept: a browser that is signed in with these roles. */
export async function signedInMember(world: AppUnderTest, member: NewMember): Promise<SignedInMember> {
  count += 1
  const { workspace, roles, department = null, locale = 'en' } = member
  const email = member.email ?? `person${count}@example.com`
  const name = member.name ?? `Person ${count}`
  const owner = await world.owner()
  const invited = await owner.call('inviteMember', {
    params: { workspace },
    body: { email, roles: [...roles], department },
  })
  const token = decodeURIComponent(invited.link.split('/').at(-1) ?? '')
  const browser = world.client()
  const password = 'a long enough password'
  await browser.call('acceptInvitation', {
    params: { token },
    body: { name, password, locale, zone: 'Europe/London' },
  })
  return { browser, id: invited.member.id, email, password }
}

/** The member id of the owner of an app under test in a workspace. */
export async function memberIdOf(
  { database }: AppUnderTest,
  workspace: string,
  email: string,
): Promise<string> {
  const ref = await findWorkspace(database, workspace)
  const member = ref && (await findMemberByEmail(database, ref, email))
  if (member === undefined) throw new Error(`${email} is no member of ${workspace}`)
  return member.id
}

/** A workspace of the lead-to-payment template, made by the owner; answers its key. */
export async function templateWorkspace(
  world: AppUnderTest,
  { sample = false, locale = 'en' }: { readonly sample?: boolean; readonly locale?: 'en' | 'zh' } = {},
): Promise<string> {
  const owner = await world.owner()
  const body = { name: 'Acme', template: 'lead-to-payment', sample, locale, zone: 'Europe/London' } as const
  return (await owner.call('createWorkspace', { body })).key
}
