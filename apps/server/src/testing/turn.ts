interface Looking {
  readonly turnsUnderWay: Iterable<unknown>
}

interface Process extends AsyncDisposable {
  readonly time: { now: number }
  readonly app: Looking & {
    ready(): PromiseLike<unknown>
    close(): PromiseLike<unknown>
  }
}

interface World {
  readonly time: { readonly now: number }
  readonly app: Looking
  secondProcess(): Promise<Process>
}

/** A server looks at its start for what is due; over when all of it was tried, also what another took up meanwhile. */
export async function turn(world: World): Promise<void> {
  await using other = await world.secondProcess()
  other.time.now = world.time.now
  await other.app.ready()
  await Promise.all(other.app.turnsUnderWay)
  await other.app.close()
  await Promise.all(world.app.turnsUnderWay)
}
