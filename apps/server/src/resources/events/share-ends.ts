import { readableForm } from '@pipewright/compiler'
import type { MemberScene } from '../../scene/member-scene.ts'

/** What was shared and is remembered for a moment longer is looked at again after this time. */
const againMs = 1000
/** A timer cannot wait longer. */
const longestMs = 2 ** 31 - 1

export interface ShareEnds {
  /** Sees what somebody may do now. */
  look(scene: MemberScene): void
  stop(): void
}

/**
 * Notes which records were shared with somebody and are no longer, whoever ended it or when it ran out by itself:
 * whoever saw them by that can let go of them.
 */
export function watchShares(
  ended: (form: string, ids: readonly string[]) => void,
  lookAgain: () => void,
): ShareEnds {
  let before: MemberScene | undefined
  let timer: NodeJS.Timeout | undefined

  function tellEnded(last: MemberScene, { actor: { shared = [] } }: MemberScene): void {
    const still = new Set(shared.map(({ record }) => record))
    const gone = (last.actor.shared ?? []).filter(({ record }) => !still.has(record))
    for (const [form, records] of Map.groupBy(gone, (share) => share.form))
      if (readableForm(last.rights, form) !== undefined)
        ended(
          form,
          records.map(({ record }) => record),
        )
  }

  return {
    look(scene) {
      if (before !== undefined) tellEnded(before, scene)
      before = scene
      clearTimeout(timer)
      const ends = (scene.actor.shared ?? []).flatMap(({ endsAt }) => endsAt ?? []).map(Date.parse)
      if (ends.length === 0) return
      const left = Math.min(...ends) - Date.parse(scene.now)
      timer = setTimeout(lookAgain, Math.min(Math.max(left, againMs), longestMs))
    },
    stop: () => clearTimeout(timer),
  }
}
