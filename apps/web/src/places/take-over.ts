import { ProblemError } from '@pipewright/contract'
import { client } from '../queries/client.ts'
import { browserStorage } from './browser-storage.ts'

const most = 200
const address = /^\/f\/[a-z][a-z0-9_]{0,47}(\/[0-9a-f-]{36})?$/

function pathsIn(text: string | null): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    const paths = Array.isArray(kept) ? kept.map((place: { path?: unknown } | null) => place?.path) : []
    return paths
      .filter((path): path is string => typeof path === 'string' && address.test(path))
      .slice(0, most)
  } catch {
    return []
  }
}

/** Gives the server the favourites that this browser kept for a member, and lets go of them here. */
export async function takeOver(workspace: string, member: string): Promise<void> {
  const key = `pipewright.favourites.${member}`
  const add = pathsIn(browserStorage.getItem(key))
  try {
    if (add.length > 0) await client.call('changeFavourites', { params: { workspace }, body: { add } })
  } catch (error) {
    // Without the server they wait here for the next time.
    if (!(error instanceof ProblemError)) return
  }
  browserStorage.removeItem(key)
  browserStorage.removeItem(`pipewright.recent.${member}`)
}
