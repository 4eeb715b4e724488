import type { Template } from '@pipewright/testing/database'
import { createApiClient, type ApiClient } from './api-client.ts'
import { startServer } from './server-process.ts'

export type Locale = 'en' | 'zh'

/** Who takes part. All but the owner are members of the sample data who were invited, so they have records already. */
export const people = {
  owner: 'ada@example.com',
  manager: 'lead.north@example.com',
  rep: 'rep.1@example.com',
  otherRep: 'rep.8@example.com',
  finance: 'finance.1@example.com',
} as const

export type Person = keyof typeof people

/** What everybody signs in with. */
export const password = 'correct horse battery'

/** In the Chinese sample the first team is that of the east. */
export const emailOf = (person: Person, locale: Locale): string =>
  person === 'manager' && locale === 'zh' ? 'lead.east@example.com' : people[person]

/** Where these people live: what "today" is for them. */
export const zones = { en: 'Europe/London', zh: 'Asia/Shanghai' } as const

const names: Record<Locale, Record<Person, string>> = {
  en: {
    owner: 'Ada Lovelace',
    manager: 'Owen Hargreaves',
    rep: 'Sophie Lindqvist',
    otherRep: 'Callum Fraser',
    finance: 'Ruth Kowalski',
  },
  zh: { owner: '林晓', manager: '沈佳宁', rep: '王思远', otherRep: '周子涵', finance: '何静' },
}

export const nameOf = (person: Person, locale: Locale): string => names[locale][person]

/** Key of the workspace that journeys walk through. */
export const workspaceName = 'Northwind'

async function invite(owner: ApiClient, url: string, workspace: string, person: Person, locale: Locale) {
  const { members } = await owner.call('listMembers', { params: { workspace } })
  const email = emailOf(person, locale)
  const member = members.find((one) => one.email === email)
  if (member === undefined) throw new Error(`${email} is not in the sample data`)
  const { roles, department } = member
  const { link } = await owner.call('inviteMember', {
    params: { workspace },
    body: { email, roles, department },
  })
  const token = decodeURIComponent(link.split('/').at(-1) ?? '')
  const body = { name: nameOf(person, locale), password, locale, zone: zones[locale] }
  await createApiClient(url, locale).call('acceptInvitation', { params: { token }, body })
}

async function prepare(databaseUrl: string, locale: Locale): Promise<void> {
  const server = await startServer({ DATABASE_URL: databaseUrl })
  try {
    const owner = createApiClient(server.url, locale)
    const token = new URL(server.setupUrl ?? '').searchParams.get('token') ?? ''
    const zone = zones[locale]
    const body = { token, name: nameOf('owner', locale), email: people.owner, password, locale, zone }
    await owner.call('setUp', { body })
    const { key } = await owner.call('createWorkspace', {
      body: { name: workspaceName, template: 'lead-to-payment', sample: true, locale, zone },
    })
    // Journeys count plain weeks, whenever they are walked.
    const weeks = { workdays: [1, 2, 3, 4, 5], special: [] }
    await owner.call('changeWorkingDays', { params: { workspace: key }, body: weeks })
    for (const person of ['manager', 'rep', 'otherRep', 'finance'] as const)
      await invite(owner, server.url, key, person, locale)
  } catch (error) {
    throw new Error(`The world of the journeys could not be made. The server said:\n${server.output()}`, {
      cause: error,
    })
  } finally {
    await server.stop()
  }
}

/** A database with one workspace of the template, its sample data and five people; made once per run and language. */
export const worldTemplate = (locale: Locale): Template => ({
  name: `journeys_${locale}`,
  prepare: (url) => prepare(url, locale),
})

export async function signIn(url: string, person: Person, locale: Locale): Promise<ApiClient> {
  const client = createApiClient(url, locale)
  await client.call('signIn', { body: { email: emailOf(person, locale), password } })
  return client
}
