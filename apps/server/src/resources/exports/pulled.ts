interface Handed<T> {
  readonly item: T
  readonly taken: () => void
  readonly dropped: (error: Error) => void
}

/**
 * Turns a source that pushes into one that is pulled from: what pushes waits until each item was used, and fails when
 * nobody wants more. One item is held at a time.
 */
export async function* pulled<T>(
  push: (take: (item: T) => Promise<void>) => Promise<void>,
): AsyncGenerator<T> {
  let next = Promise.withResolvers<Handed<T> | null>()
  const take = (item: T) => new Promise<void>((taken, dropped) => next.resolve({ item, taken, dropped }))
  const source = push(take).then(
    () => next.resolve(null),
    (error: unknown) => next.reject(error),
  )
  let held: Handed<T> | undefined
  try {
    for (;;) {
      const handed = await next.promise
      if (handed === null) return
      next = Promise.withResolvers()
      // Who stops here does not wait for how the source ends.
      next.promise.catch(() => undefined)
      held = handed
      yield handed.item
      held = undefined
      handed.taken()
    }
  } finally {
    held?.dropped(new Error('nobody reads on'))
    await source
  }
}
