import type { Session } from '@pipewright/contract'
import { hasAccounts, workspacesOf } from '@pipewright/db'
import type { SignedIn } from '../../auth/signed-in.ts'
import type { Services } from '../../services.ts'

/** Who is signed in, for the browser. */
export async function sessionAnswer({ database }: Services, session: SignedIn | null): Promise<Session> {
  if (session === null)
    return { account: null, csrf: null, workspaces: [], setup: !(await hasAccounts(database)) }
  const { accountId: id, name, email, locale, zone, csrf } = session
  const workspaces = await workspacesOf(database, id)
  return {
    account: { id, name, email, locale, zone },
    csrf,
    workspaces: workspaces.map((workspace) => ({ key: workspace.key, name: workspace.name })),
    setup: false,
  }
}
