import type { AppDefinition, Field, FormRight, Role } from '@pipewright/schemas'
import { type Problem, problem } from '../problem.ts'

/** The paths by which roles name a field: itself and, for line items, each column. */
export const rightPaths = (field: Field, lineItems: string | undefined): string[] => {
  const path = lineItems === undefined ? field.key : `${lineItems}.${field.key}`
  return field.type === 'lineItems'
    ? [path, ...field.fields.flatMap((column) => rightPaths(column, path))]
    : [path]
}

const changeRight = (role: Role, form: string, change: (right: FormRight) => FormRight): Role => ({
  ...role,
  forms: role.forms.map((right) => (right.form === form ? change(right) : right)),
})

/** Lets roles read or write the paths; a role without rights on the form does not fit. */
export function grant(
  definition: AppDefinition,
  site: { form: string; paths: readonly string[]; write: readonly string[]; read: readonly string[] },
): { roles: Role[] } | { problems: Problem[] } {
  const { form, paths } = site
  const has = (key: string) =>
    definition.roles.some((role) => role.key === key && role.forms.some((right) => right.form === form))
  const problems = (['write', 'read'] as const).flatMap((list) =>
    site[list].flatMap((key, position) =>
      has(key) ? [] : [problem('unknown-target', `/${list}/${position}`, { what: 'role', key })],
    ),
  )
  if (problems.length > 0) return { problems }
  const roles = definition.roles.map((role) => {
    const list = site.write.includes(role.key) ? 'write' : site.read.includes(role.key) ? 'read' : undefined
    if (list === undefined) return role
    return changeRight(role, form, (right) => ({ ...right, [list]: [...right[list], ...paths] }))
  })
  return { roles }
}

/** Takes a field (and what is inside it) out of the rights of every role. */
export function revoke(definition: AppDefinition, form: string, path: string): Role[] {
  const isGone = (one: string): boolean => one === path || one.startsWith(`${path}.`)
  const names = ({ read, write }: FormRight): boolean => read.some(isGone) || write.some(isGone)
  return definition.roles.map((role) =>
    role.forms.some((right) => right.form === form && names(right))
      ? changeRight(role, form, (right) => ({
          ...right,
          read: right.read.filter((one) => !isGone(one)),
          write: right.write.filter((one) => !isGone(one)),
        }))
      : role,
  )
}
