import { setTimeout as wait } from 'node:timers/promises'
import { claimPush, gatherPush, type WaitingPush, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everySoOften } from '../../live/every-so-often.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import type { Services } from '../../services.ts'
import { sendPush } from './send-push.ts'

const everyMs = 5000
/** So many pushes are under way at once, and to one push service. */
const mostAtOnce = 8
const mostPerHost = 4

/** How many are under way to each push service. */
function hostsBusy() {
  const busy = new Map<string, number>()
  const add = (endpoint: string, count: number) => {
    const host = new URL(endpoint).host
    busy.set(host, (busy.get(host) ?? 0) + count)
  }
  return {
    full: () => [...busy].flatMap(([host, count]) => (count >= mostPerHost ? [host] : [])),
    begin: (endpoint: string) => add(endpoint, 1),
    end: (endpoint: string) => add(endpoint, -1),
  }
}

/**
 * Tells members on their devices what they have not read, as soon as it happens: some at once, so that a push service that is
 * slow to answer holds up neither the others nor the next turn.
 */
export function pushJob(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  const workers = new Set<Promise<void>>()
  const hosts = hostsBusy()

  let taking: Promise<unknown> = Promise.resolve()

  /** One after the other, so that none takes a push to a host that another has just filled. */
  function take(workspace: Workspace): Promise<WaitingPush | undefined> {
    const taken = taking.then(async () => {
      const push = await claimPush(database, workspace, now(), hosts.full())
      if (push !== undefined) hosts.begin(push.device.endpoint)
      return push
    })
    taking = taken.catch(() => undefined)
    return taken
  }

  async function work(workspace: Workspace, isStopping: () => boolean): Promise<void> {
    while (!isStopping()) {
      const push = await take(workspace)
      if (push === undefined) return
      try {
        await sendPush(services, workspace, push)
      } finally {
        hosts.end(push.device.endpoint)
      }
    }
  }

  everySoOften(app, services, {
    everyMs,
    failed: 'nothing was pushed',
    afterRestore: 'waits',
    async look(workspace, isStopping) {
      await gatherPush(database, nobodyIn(workspace, services), isStopping)
      const begun = Array.from({ length: mostAtOnce - workers.size }, () => {
        const worker = work(workspace, isStopping)
          .catch((error: unknown) => app.log.error({ err: error }, 'a push was not sent'))
          .finally(() => workers.delete(worker))
        workers.add(worker)
        return worker
      })
      // What takes longer goes on beside the next turns.
      const over = new AbortController()
      await Promise.race([
        Promise.all(begun),
        wait(everyMs, undefined, { signal: over.signal }).catch(() => undefined),
      ])
      over.abort()
    },
  })
  app.addHook('onClose', async () => {
    await Promise.all(workers)
  })
}
