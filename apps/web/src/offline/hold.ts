const prefix = 'pipewright-edit '

/** Keeps one thing from being sent, from any tab, while somebody edits it; the answer lets it go. */
export function hold(id: string): () => Promise<unknown> {
  // Pages without encryption have no locks: there it may be sent meanwhile, which is said then.
  if (!('locks' in navigator)) return async () => undefined
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const held = navigator.locks.request(prefix + id, () => promise)
  return () => {
    resolve(undefined)
    return held
  }
}

/** What is being edited, in whichever tab. */
export async function heldNow(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])),
  )
}
