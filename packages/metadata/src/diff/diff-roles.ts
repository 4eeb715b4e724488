import type { AppDefinition, FormRight, Role } from '@pipewright/schemas'
import { indexDefinition } from '../definition-index.ts'
import { compareByKey } from './by-key.ts'

/** The rights as if only what both definitions have existed: a new field brings its rights along. */
function onlyKept(roles: readonly Role[], one: AppDefinition, other: AppDefinition): Role[] {
  const [here, there] = [indexDefinition(one), indexDefinition(other)]
  const isKept = (form: string) => (path: string) =>
    (here.field(form, path) === undefined) === (there.field(form, path) === undefined)
  const keep = (right: FormRight): FormRight => ({
    ...right,
    read: right.read.filter(isKept(right.form)).toSorted(),
    write: right.write.filter(isKept(right.form)).toSorted(),
  })
  return roles.map((role) => ({
    ...role,
    forms: role.forms
      .filter(({ form }) => (here.form(form) === undefined) === (there.form(form) === undefined))
      .map(keep),
    dashboards: (role.dashboards ?? []).filter(
      (key) => (here.dashboard(key) === undefined) === (there.dashboard(key) === undefined),
    ),
  }))
}

/** Roles that came, went or changed by themselves. */
export function compareRoles(before: AppDefinition, after: AppDefinition) {
  return compareByKey(onlyKept(before.roles, before, after), onlyKept(after.roles, after, before))
}
