import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

export const mayBuild = ({ rights }: MemberScene): boolean => rights.build

/** The caller may change forms, views, reports and workflows, or the request ends here. */
export function refuseUnlessBuilder(scene: MemberScene): void {
  if (!mayBuild(scene)) refuse('not-allowed')
}
