import { createClient, type Client, type Fetch } from '@pipewright/contract'
import type { Edit } from '@pipewright/schemas'
import type { Child } from './child.ts'
import { benchForms, benchViews } from './bench-form.ts'

export interface SignedIn {
  readonly client: Client
  readonly workspace: string
  readonly member: string
  /** Headers that go with every request of the load. */
  readonly headers: Record<string, string>
}

/** A browser's part: keeps the cookie, names its origin, carries the token. */
function browserOn(url: string) {
  const kept = { cookie: '', csrf: '' }
  const visit: Fetch = async (address, init) => {
    const answer = await fetch(address, init as RequestInit)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (cookie !== undefined) kept.cookie = cookie
    return answer
  }
  const headers = () => ({ origin: url, ...(kept.cookie === '' ? {} : { cookie: kept.cookie }) })
  const client = createClient({
    base: url,
    fetch: visit,
    csrf: () => kept.csrf || null,
    locale: () => 'en',
    headers,
  })
  return { client, kept, headers }
}

/** Makes the first account, a blank workspace and the two forms, all through the front door. */
export async function signUp(server: Child): Promise<SignedIn> {
  const { client, kept, headers } = browserOn(server.url)
  const token = /token=(\S+)/.exec(server.said)?.[1] ?? ''
  const person = {
    name: 'Bench',
    email: 'bench@example.com',
    password: 'bench bench bench',
    locale: 'en',
    zone: 'UTC',
  } as const
  const session = await client.call('setUp', { body: { token, ...person } })
  kept.csrf = session.csrf ?? ''
  const { key: workspace } = await client.call('createWorkspace', {
    body: { name: 'Bench', template: null, sample: false, locale: 'en', zone: 'UTC' },
  })
  const params = { workspace }
  const edits: Edit[] = [
    ...benchForms.map((form): Edit => ({ type: 'addForm', form, rights: [] })),
    ...benchViews.map((view): Edit => ({ type: 'putView', view })),
  ]
  const { version } = await client.call('getDraft', { params })
  const draft = await client.call('editDraft', { params, body: { version, edits } })
  await client.call('publishDraft', { params, body: { version: draft.version } })
  const { member } = await client.call('getApp', { params })
  return {
    client,
    workspace,
    member: member.id,
    headers: { ...headers(), 'x-csrf-token': kept.csrf, 'content-type': 'application/json' },
  }
}
