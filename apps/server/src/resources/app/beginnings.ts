import { maskDefinition } from '@pipewright/compiler'
import type { Role } from '@pipewright/schemas'
import type { MemberScene } from '../../scene/member-scene.ts'

/** The roles somebody holds, in the order of the builder: the first one that says something decides. */
const rolesOf = ({ app, actor }: MemberScene): readonly Role[] =>
  app.definition.roles.filter(({ key }) => actor.roles.includes(key))

const shownTo = ({ app, rights }: MemberScene) => maskDefinition(app.definition, rights)

/** The dashboard that one of the roles begins with and its holder may see. */
export function homeOfRole(scene: MemberScene): string | null {
  const shown = new Set(shownTo(scene).dashboards.map(({ key }) => key))
  return rolesOf(scene).find(({ home }) => home !== undefined && shown.has(home))?.home ?? null
}

/** The view that a list opens with for one of the roles. */
export function viewOfRole(scene: MemberScene, form: string): string | null {
  const shown = new Set(
    shownTo(scene)
      .views.filter((view) => view.form === form)
      .map(({ key }) => key),
  )
  return rolesOf(scene).flatMap(({ opens = [] }) => opens.find((key) => shown.has(key)) ?? [])[0] ?? null
}
