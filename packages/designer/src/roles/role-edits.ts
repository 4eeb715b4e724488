import { isWritable, makeKey } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, FormRight, Role, Scope } from '@pipewright/schemas'

export type Action = FormRight['actions'][number]
export const actions = [
  'create',
  'read',
  'update',
  'delete',
  'purge',
  'import',
  'export',
  'share',
] as const satisfies readonly Action[]
export const scopeTypes = [
  'own',
  'department',
  'departmentAndBelow',
  'all',
  'condition',
] as const satisfies readonly Scope['type'][]

const pathsOf = (fields: readonly Field[], start = ''): { path: string; field: Field }[] =>
  fields.flatMap((field) => {
    const path = `${start}${field.key}`
    return [{ path, field }, ...(field.type === 'lineItems' ? pathsOf(field.fields, `${path}.`) : [])]
  })

/** Every field of a form to a role that gets its first right on it. */
function fullAccess(form: Form): Pick<FormRight, 'read' | 'write'> {
  const paths = pathsOf(form.fields)
  return {
    write: paths.filter(({ field }) => isWritable(field)).map(({ path }) => path),
    read: paths.filter(({ field }) => !isWritable(field)).map(({ path }) => path),
  }
}

const replaceRight = (role: Role, right: FormRight): Role => ({
  ...role,
  forms: role.forms.some(({ form }) => form === right.form)
    ? role.forms.map((one) => (one.form === right.form ? right : one))
    : [...role.forms, right],
})

/** Gives or takes one action. Every action needs to read; without any action nothing of the right is left. */
export function withAction(role: Role, form: Form, action: Action, allowed: boolean): Role {
  const now = role.forms.find((right) => right.form === form.key)
  const right: FormRight = now ?? { form: form.key, actions: [], scope: { type: 'own' }, ...fullAccess(form) }
  const without = right.actions.filter((one) => one !== action)
  const wanted = allowed
    ? [...new Set<Action>([...without, 'read', action])]
    : action === 'read'
      ? []
      : without
  if (wanted.length === 0) return { ...role, forms: role.forms.filter((one) => one.form !== form.key) }
  return replaceRight(role, { ...right, actions: actions.filter((one) => wanted.includes(one)) })
}

/** Which records the role reaches; a condition starts as "those I own". */
export function withScope(role: Role, form: string, type: Scope['type']): Role {
  const now = role.forms.find((right) => right.form === form)
  if (now === undefined) return role
  const scope: Scope =
    type === 'condition' ? { type, condition: { eq: [{ var: 'owner' }, { var: '$me' }] } } : { type }
  return replaceRight(role, { ...now, scope })
}

/** A role that may do nothing yet. */
export const newRole = (definition: AppDefinition): Role => ({
  key: makeKey('role', new Set(definition.roles.map(({ key }) => key))),
  label: { en: 'New role', zh: '新角色' },
  forms: [],
})

/** Whose people, besides the owner, own a record in the eyes of the role. */
export function withOwners(role: Role, form: string, fields: readonly string[]): Role {
  const now = role.forms.find((right) => right.form === form)
  if (now === undefined) return role
  const scope: Scope = fields.length === 0 ? { type: 'own' } : { type: 'own', fields: [...fields] }
  return replaceRight(role, { ...now, scope })
}

export type RoleChanges = { readonly [P in keyof Role]?: Role[P] | undefined }

export type CommentAccess = 'none' | 'read' | 'write'

export const commentAccessOf = (role: Role, form: string): CommentAccess =>
  role.forms.find((right) => right.form === form)?.comments ?? 'write'

/** How far comments on the records that the role reads are open to it. */
export function withComments(role: Role, form: string, access: CommentAccess): Role {
  const now = role.forms.find((right) => right.form === form)
  if (now === undefined) return role
  const { comments: _before, ...right } = now
  return replaceRight(role, access === 'write' ? right : { ...right, comments: access })
}
