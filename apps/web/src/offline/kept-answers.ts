import type { App, RouteName } from '@pipewright/contract'
import { onShelf } from './device-store.ts'

/** An answer of the server as it was last seen. */
export interface KeptAnswer {
  /** Account, workspace, route and what was asked. */
  readonly key: string
  readonly owner: string
  readonly workspace: string
  readonly route: RouteName
  readonly answer: unknown
  readonly bytes: number
  readonly at: number
}

export interface Asked {
  readonly route: RouteName
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly query?: unknown
  readonly body?: unknown
}

/** What is older is no help any more. */
const mostMs = 14 * 24 * 3600_000
const mostBytes = 24 * 1024 * 1024
const mostOfOne = 2 * 1024 * 1024
/** Tidied after so many answers. */
const tidyEvery = 50

const keyOf = (owner: string, { route, params, query, body }: Asked): string =>
  JSON.stringify([owner, params?.['workspace'] ?? '', route, params ?? {}, query ?? {}, body ?? {}])

const all = () => onShelf('answers', 'readonly', (shelf, read) => read<KeptAnswer[]>(shelf.getAll()))

async function forgetWhere(isGone: (kept: KeptAnswer) => boolean): Promise<void> {
  const gone = (await all()).filter(isGone)
  if (gone.length === 0) return
  await onShelf('answers', 'readwrite', async (shelf) => {
    for (const { key } of gone) shelf.delete(key)
  })
}

/** Which answers have to go: those that are old, then the oldest beyond the room that is taken up at most. */
export function outdated(kept: readonly KeptAnswer[], now: number): ReadonlySet<string> {
  const newestFirst = [...kept].sort((one, other) => other.at - one.at)
  let bytes = 0
  return new Set(
    newestFirst.flatMap((one) => {
      bytes += one.bytes
      return now - one.at > mostMs || bytes > mostBytes ? [one.key] : []
    }),
  )
}

let since = tidyEvery

async function tidy(): Promise<void> {
  since += 1
  if (since < tidyEvery) return
  since = 0
  const gone = outdated(await all(), Date.now())
  await forgetWhere(({ key }) => gone.has(key))
}

/** What an app lets its member see: when it changes, what was seen before is dropped. */
export const sightOf = ({ revision, rights, may, member }: App): string =>
  JSON.stringify([revision, rights, may, member.id, member.roles, member.department])

/** Answers whether what was kept before of the workspace was dropped. */
export async function keepAnswer(owner: string, asked: Asked, answer: unknown): Promise<boolean> {
  const text = JSON.stringify(answer)
  const workspace = asked.params?.['workspace'] ?? ''
  if (text.length > mostOfOne) return false
  let isOther = false
  if (asked.route === 'getApp') {
    const before = await recallAnswer(owner, asked)
    isOther = before !== undefined && sightOf(before.answer as App) !== sightOf(answer as App)
    if (isOther) await forgetWhere((kept) => kept.owner === owner && kept.workspace === workspace)
  }
  const kept: KeptAnswer = {
    key: keyOf(owner, asked),
    owner,
    workspace,
    route: asked.route,
    answer,
    bytes: text.length,
    at: Date.now(),
  }
  await onShelf('answers', 'readwrite', async (shelf) => void shelf.put(kept))
  await tidy()
  return isOther
}

export async function recallAnswer(owner: string, asked: Asked): Promise<KeptAnswer | undefined> {
  const kept = await onShelf('answers', 'readonly', (shelf, read) =>
    read<KeptAnswer | undefined>(shelf.get(keyOf(owner, asked))),
  )
  return kept === undefined || Date.now() - kept.at > mostMs ? undefined : kept
}

/** All answers of a workspace, to look for something in. */
export const answersOf = async (owner: string, workspace: string): Promise<readonly KeptAnswer[]> =>
  (await all()).filter((kept) => kept.owner === owner && kept.workspace === workspace)

/** What may not be seen any more, or is gone. */
export const forgetAnswer = (owner: string, asked: Asked): Promise<void> =>
  onShelf('answers', 'readwrite', async (shelf) => void shelf.delete(keyOf(owner, asked)))

/** At sign-out, and when somebody else signs in. */
export const forgetAnswersBut = (owner: string | null): Promise<void> =>
  forgetWhere((kept) => kept.owner !== owner)
