import { appQuery } from './app.ts'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './session.ts'

const ofWorkspace = /^\/w\/([^/]+)/

/** Asks for who is there and for the app of this address while the code of the page is still on its way. */
export async function askAhead(pathname: string): Promise<void> {
  const workspace = ofWorkspace.exec(pathname)?.[1]
  if (workspace === undefined) return
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => null)
  if (session !== null && session.account !== null)
    await queryClient.prefetchQuery(appQuery(decodeURIComponent(workspace)))
}
