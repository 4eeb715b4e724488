import { belongingForms, readableForm } from '@pipewright/compiler'
import { toldAmong } from '@pipewright/db'
import { gatherRecords, type Gathered } from '../../live/changed-records.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import type { EventStream } from './event-stream.ts'
import { watchShares } from './share-ends.ts'

/** So long changes of records are gathered before an open page is told. */
const gatherMs = 200

/**
 * Tells a page which records changed, as far as they may be seen now, deleted ones too, or could until then; what they are
 * is asked for. `open` answers what the member may do now: null when he is none any more.
 */
export function recordNews(
  { database }: Services,
  open: () => Promise<MemberScene | null>,
  page: () => EventStream,
) {
  const lost = new Set<string>()

  async function tell({ many, ...news }: Gathered): Promise<void> {
    const scene = await open()
    if (scene === null) return
    for (const told of await toldAmong(database, scene, news, lost)) page().send('records', told)
    for (const form of many)
      if (readableForm(scene.rights, form) !== undefined) page().send('records', { form, ids: null })
    for (const form of belongingForms(scene, many)) page().send('records', { form, ids: null })
  }

  async function lookAgain(): Promise<void> {
    const scene = await open()
    if (scene !== null) shares.look(scene)
  }

  const changed = gatherRecords(gatherMs, tell, () => page().end())
  const shares = watchShares(
    (form, ids) => page().send('records', { form, ids }),
    () => void lookAgain().catch(() => page().end()),
  )
  return {
    add: changed.add,
    /** Sees what the member may do now. */
    look: shares.look,
    stop(): void {
      changed.stop()
      shares.stop()
    },
  }
}
