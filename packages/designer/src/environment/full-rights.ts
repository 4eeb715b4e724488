import type { FormRights } from '@pipewright/contract'
import { isWritable } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, FormRight, Role } from '@pipewright/schemas'

type Access = 'read' | 'write'

const everyPath = (fields: readonly Field[], start = ''): [string, Access][] =>
  fields.flatMap((field): [string, Access][] => [
    [`${start}${field.key}`, isWritable(field) ? 'write' : 'read'],
    ...(field.type === 'lineItems' ? everyPath(field.fields, `${start}${field.key}.`) : []),
  ])

const everything = (form: Form): FormRights => ({
  create: true,
  read: true,
  update: true,
  delete: true,
  purge: true,
  import: true,
  export: true,
  share: true,
  fields: Object.fromEntries(everyPath(form.fields)),
})

/** Rights of somebody who may do everything: what a builder designs with. */
export const fullRights = (definition: AppDefinition): Record<string, FormRights> =>
  Object.fromEntries(definition.forms.map((form) => [form.key, everything(form)]))

function rightsOf(right: FormRight): FormRights {
  const may = (action: FormRight['actions'][number]) => right.actions.includes(action)
  return {
    create: may('create'),
    read: may('read'),
    update: may('update'),
    delete: may('delete'),
    purge: may('purge'),
    import: may('import'),
    export: may('export'),
    share: may('share') && may('update'),
    ...(right.comments === undefined ? {} : { comments: right.comments }),
    fields: Object.fromEntries([
      ...right.read.map((path): [string, Access] => [path, 'read']),
      ...right.write.map((path): [string, Access] => [path, 'write']),
    ]),
  }
}

/** What a member with only this role could do; forms it may not read are left out. */
export function roleRights(definition: AppDefinition, role: Role): Record<string, FormRights> {
  if (role.admin === true) return fullRights(definition)
  return Object.fromEntries(role.forms.map((right) => [right.form, rightsOf(right)]))
}
