import type { AppDefinition, Field, Form, FormRight, Role } from '@pipewright/schemas'
import { isWritable } from '@pipewright/metadata'
import type { Actor } from './actor.ts'
import type { Action, CompiledFormRights, FieldAccess, FormRights, Predicate, Rights } from './rights.ts'
import { eitherPredicate, scopePredicate } from './scope-predicate.ts'

export const actions: readonly Action[] = [
  'create',
  'read',
  'update',
  'delete',
  'purge',
  'import',
  'export',
  'share',
]

/** Paths of a form's own fields with their definitions; columns of line items as "items.quantity", of those inside rows as "items.parts.quantity". */
export function fieldPaths(form: Form): Map<string, Field> {
  const paths = new Map<string, Field>()
  const add = (fields: readonly Field[], start: string): void => {
    for (const field of fields) {
      const path = `${start}${field.key}`
      paths.set(path, field)
      if (field.type === 'lineItems') add(field.fields, `${path}.`)
    }
  }
  add(form.fields, '')
  return paths
}

/** The line items that a column stands in: "items", "items.parts". */
const around = (path: string): string[] =>
  path
    .split('.')
    .slice(0, -1)
    .map((_, end, parts) => parts.slice(0, end + 1).join('.'))

function fullRights(form: Form): CompiledFormRights {
  const fields: Record<string, FieldAccess> = {}
  for (const [path, field] of fieldPaths(form)) fields[path] = isWritable(field) ? 'write' : 'read'
  const all: Record<Action, Predicate> = {
    create: true,
    read: true,
    update: true,
    delete: true,
    purge: true,
    import: true,
    export: true,
    share: true,
  }
  return {
    create: true,
    read: true,
    update: true,
    delete: true,
    purge: true,
    import: true,
    export: true,
    share: true,
    fields,
    predicates: all,
  }
}

/** A column is only reached through its line items field; what is calculated is never written. */
function unionFields(form: Form, rights: readonly FormRight[]): Record<string, FieldAccess> {
  const read = new Set(rights.flatMap((right) => [...right.read, ...right.write]))
  const write = new Set(rights.flatMap((right) => right.write))
  const fields: Record<string, FieldAccess> = {}
  for (const [path, field] of fieldPaths(form)) {
    const all = [path, ...around(path)]
    if (!all.every((each) => read.has(each))) continue
    const writable = all.every((each) => write.has(each)) && isWritable(field)
    fields[path] = writable ? 'write' : 'read'
  }
  return fields
}

/** The most that any of the rights to read leaves. */
function commentsOf(rights: readonly FormRight[]): Pick<FormRights, 'comments'> {
  const limits = rights.filter(({ actions }) => actions.includes('read')).map(({ comments }) => comments)
  if (limits.length === 0 || limits.includes(undefined)) return {}
  return { comments: limits.includes('read') ? 'read' : 'none' }
}

const among = (records: readonly { readonly record: string }[]): Predicate => ({
  in: [{ var: 'id' }, records.map(({ record }) => record)],
})

/** What was shared with the actor counts within what the roles may do at all: a role that sees no form sees none. */
function openShared(form: Form, predicates: Record<Action, Predicate>, { shared = [] }: Actor): void {
  const ours = shared.filter((each) => each.form === form.key)
  const editable = ours.filter(({ edit }) => edit)
  const open = (action: Action, records: typeof ours) => {
    if (records.length > 0 && predicates[action] !== false)
      predicates[action] = eitherPredicate(predicates[action], among(records))
  }
  open('read', ours)
  open('export', ours)
  open('update', editable)
}

function unionRights(form: Form, rights: readonly FormRight[], actor: Actor): CompiledFormRights {
  const predicates = Object.fromEntries(
    actions.map((action) => [
      action,
      rights
        .filter((right) => right.actions.includes(action))
        .map((right) => scopePredicate(right.scope, actor, form))
        .reduce(eitherPredicate, false),
    ]),
  ) as Record<Action, Predicate>
  openShared(form, predicates, actor)
  const may = (action: Action) => predicates[action] !== false
  return {
    create: may('create'),
    read: may('read'),
    update: may('update'),
    delete: may('delete'),
    purge: may('purge') && may('delete'),
    import: may('import') && may('create'),
    export: may('export') && may('read'),
    share: may('share') && may('update'),
    ...commentsOf(rights),
    fields: unionFields(form, rights),
    predicates,
  }
}

function rolesOf(definition: AppDefinition, actor: Actor): readonly Role[] {
  return definition.roles.filter((role) => actor.roles.includes(role.key))
}

/** A relation to a form that may not be read leads nowhere, so it is not there either. */
function dropBlindRelations(form: Form, forms: Record<string, CompiledFormRights>): void {
  const rights = forms[form.key]
  if (rights === undefined) return
  const blind = [...fieldPaths(form)].filter(
    ([, field]) =>
      ((field.type === 'relation' || field.type === 'relations') && forms[field.form]?.read !== true) ||
      (field.type === 'anyRelation' && field.targets.every(({ form }) => forms[form]?.read !== true)),
  )
  if (blind.length === 0) return
  const gone = new Set(blind.map(([path]) => path))
  const fields = Object.fromEntries(Object.entries(rights.fields).filter(([path]) => !gone.has(path)))
  forms[form.key] = { ...rights, fields }
}

/** What the actor may do: the union of the roles held. What no role names is not allowed. */
export function compileRights(definition: AppDefinition, actor: Actor): Rights {
  const roles = rolesOf(definition, actor)
  const admin = actor.admin || roles.some((role) => role.admin === true)
  const forms: Record<string, CompiledFormRights> = {}
  for (const form of definition.forms) {
    if (admin) {
      forms[form.key] = fullRights(form)
      continue
    }
    const rights = roles.flatMap((role) => role.forms.filter((right) => right.form === form.key))
    const compiled = unionRights(form, rights, actor)
    if (compiled.read || compiled.create) forms[form.key] = compiled
  }
  if (!admin) for (const form of definition.forms) dropBlindRelations(form, forms)
  return {
    admin,
    build: admin || roles.some((role) => role.build === true),
    manageMembers: admin || roles.some((role) => role.manageMembers === true),
    dashboards: admin
      ? 'all'
      : new Set(
          roles.flatMap(({ dashboards = [], home }) => [
            ...dashboards,
            ...(home === undefined ? [] : [home]),
          ]),
        ),
    roles: new Set(roles.map(({ key }) => key)),
    forms,
    key: admin ? 'admin' : rightsKey(roles, actor),
  }
}

/** Equal keys mean equal rights: roles, and everything of the actor that a scope bakes in. */
function rightsKey(roles: readonly Role[], actor: Actor): string {
  return JSON.stringify([
    roles.map((role) => role.key).toSorted(),
    actor.departmentId,
    actor.departmentTree,
    actor.shared ?? [],
  ])
}
