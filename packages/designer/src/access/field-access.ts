import type { Edit, Field, Role } from '@pipewright/schemas'

export type FieldAccess = 'none' | 'read' | 'write'

/** What a role may do with a field ("amount") or column ("items.price"). */
export function accessOf(role: Role, form: string, path: string): FieldAccess {
  if (role.admin === true) return 'write'
  const right = role.forms.find((one) => one.form === form)
  if (right?.write.includes(path) === true) return 'write'
  return right?.read.includes(path) === true ? 'read' : 'none'
}

/** A field and, when it is a table, its columns: they are given and taken together. */
export const accessPaths = (field: Field, lineItems?: string): readonly string[] => {
  const path = lineItems === undefined ? field.key : `${lineItems}.${field.key}`
  return field.type === 'lineItems'
    ? [path, ...field.fields.flatMap((column) => accessPaths(column, path))]
    : [path]
}

/** Gives a role another access to paths of a form it already has rights on. */
export function withAccess(role: Role, form: string, paths: readonly string[], access: FieldAccess): Role {
  const without = (list: readonly string[]) => list.filter((path) => !paths.includes(path))
  return {
    ...role,
    forms: role.forms.map((right) =>
      right.form === form
        ? {
            ...right,
            read: [...without(right.read), ...(access === 'read' ? paths : [])],
            write: [...without(right.write), ...(access === 'write' ? paths : [])],
          }
        : right,
    ),
  }
}

export const accessEdit = (
  role: Role,
  form: string,
  paths: readonly string[],
  access: FieldAccess,
): Edit => ({
  type: 'putRole',
  role: withAccess(role, form, paths, access),
})
