import type { BodyOf, Routes } from '@pipewright/contract'
import {
  acceptInvitation,
  announceMembers,
  findAccountByEmail,
  findInvitation,
  findWorkspace,
  insertAccount,
  insertMembership,
  updateMember,
  type OpenInvitation,
  type Workspace,
} from '@pipewright/db'
import { hashPassword } from '../../auth/passwords.ts'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { refuseBadPerson, tidy } from './check-person.ts'
import { checkCredentials } from './sign-in.ts'

interface FoundInvitation {
  readonly workspace: Workspace
  readonly tokenHash: string
  readonly invitation: OpenInvitation
}

/** A link names its workspace and holds its secret: `lead_to_payment.x7…`. */
export async function openInvitation({ database, now }: Services, token: string): Promise<FoundInvitation> {
  const workspace = await findWorkspace(database, token.split('.')[0] ?? '')
  if (workspace === undefined) refuse('link-invalid')
  const tokenHash = hashToken(token)
  const invitation = await findInvitation(database, workspace, tokenHash, { now: now() })
  return invitation === undefined ? refuse('link-invalid') : { workspace, tokenHash, invitation }
}

export interface Acceptance {
  readonly token: string
  readonly body: BodyOf<Routes['acceptInvitation']>
  readonly address: string
}

/** Joins by invitation: with the account of the address when there is one (its password is asked), else with a new one. */
export async function acceptByToken(
  services: Services,
  { token, body, address }: Acceptance,
): Promise<string> {
  const { database, newId, now } = services
  const { workspace, tokenHash, invitation } = await openInvitation(services, token)
  const known = await findAccountByEmail(database, invitation.email)
  if (known === undefined) refuseBadPerson(body)
  else await checkCredentials(services, { email: known.email, password: body.password, address })
  const account = known?.id ?? newId()
  const passwordHash = known?.passwordHash ?? (await hashPassword(body.password))
  const { locale, zone } = body
  const name = known?.name ?? tidy(body.name)
  await database.transaction(async (tx) => {
    const open = await findInvitation(tx, workspace, tokenHash, { now: now(), lock: true })
    if (open === undefined) refuse('link-invalid')
    const person = { id: account, email: open.email, name, passwordHash, locale, zone, createdAt: now() }
    if (known === undefined && !(await insertAccount(tx, person))) refuse('link-invalid')
    await updateMember(tx, workspace, open.member, { account, name })
    await insertMembership(tx, { account, workspace: workspace.key, member: open.member })
    await acceptInvitation(tx, workspace, open.id, now())
    await announceMembers(tx, workspace)
  })
  services.announcements.tell({ subject: workspace.schema, what: 'members' })
  return account
}
