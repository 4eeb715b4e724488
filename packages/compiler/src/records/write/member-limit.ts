import { localize } from '@pipewright/metadata'
import type { Field, MemberLimit } from '@pipewright/schemas'
import { issue, type Issue } from '../issue.ts'
import type { WriteScene } from './write-scene.ts'

/** What is known of a member who may be chosen. */
export interface Candidate {
  readonly department: string | null
  readonly roles: readonly string[]
}

/** Whether a member can be chosen by somebody of a department. */
export function isWithinLimit(limit: MemberLimit, candidate: Candidate, department: string | null): boolean {
  const byRole = limit.roles === undefined || limit.roles.some((role) => candidate.roles.includes(role))
  const byDepartment =
    limit.sameDepartment !== true || (department !== null && candidate.department === department)
  return byRole && byDepartment
}

const words = { en: 'members of your department', zh: '本部门成员' }

function who({ roles = [], sameDepartment }: MemberLimit, { app, locale }: WriteScene): string {
  const names = roles.map((role) => localize(app.index.role(role)?.label, locale) || role)
  return [...names, ...(sameDepartment === true ? [words[locale]] : [])].join(locale === 'zh' ? '、' : ', ')
}

/** A member outside of those whom the field is for. The system's own writes and conversions are not judged. */
export function limitIssues(
  scene: WriteScene,
  root: string,
  field: Field,
  id: string,
  pointer: string,
): Issue[] {
  const limit = field.type === 'member' || field.type === 'members' ? field.limit : undefined
  if (limit === undefined || scene.rights === null || scene.trusted?.has(root) === true) return []
  const values = scene.related.get('_member', id)?.values
  if (values === undefined) return []
  const candidate = {
    department: (values['department'] ?? null) as string | null,
    roles: (values['roles'] ?? []) as readonly string[],
  }
  return isWithinLimit(limit, candidate, scene.context.department ?? null)
    ? []
    : [issue(pointer, 'not-in-limit', { who: who(limit, scene) })]
}
