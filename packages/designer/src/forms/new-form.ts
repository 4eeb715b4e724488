import { makeKey } from '@pipewright/metadata'
import type { AppDefinition, Edit, Form, FormRight, LocalizedText, Role } from '@pipewright/schemas'

const titleLabel: LocalizedText = { en: 'Name', zh: '名称' }
const sectionLabel: LocalizedText = { en: 'Details', zh: '基本信息' }
const viewLabel: LocalizedText = { en: 'All', zh: '全部' }

const firstColors = ['blue', 'green', 'purple', 'cyan', 'orange', 'magenta', 'gold'] as const

/** What a role may do with a form at first: those who build or administer everything, all others see and fill in their own. */
export function firstRight(role: Role, form: string, paths: string[]): FormRight {
  const isTrusted = role.admin === true || role.build === true || role.manageMembers === true
  return {
    form,
    actions: isTrusted
      ? ['create', 'read', 'update', 'delete', 'import', 'export']
      : ['create', 'read', 'update'],
    scope: isTrusted ? { type: 'all' } : { type: 'own' },
    read: [],
    write: paths,
  }
}

export interface NewForm {
  readonly label: LocalizedText
  /** Roles that may use it. */
  readonly roles: readonly string[]
}

function plainForm(definition: AppDefinition, label: LocalizedText): Form {
  const retired = definition.retired.filter((path) => !path.includes('.'))
  const key = makeKey(label, new Set([...definition.forms.map((form) => form.key), ...retired]))
  return {
    key,
    label,
    labelPlural: label,
    icon: 'file-text',
    color: firstColors[definition.forms.length % firstColors.length] ?? 'blue',
    titleField: 'name',
    searchFields: ['name'],
    fields: [{ type: 'text', key: 'name', label: titleLabel, required: true }],
    layout: { sections: [{ key: 'main', label: sectionLabel, columns: 2, items: [{ field: 'name' }] }] },
  }
}

/** A form with a name and one section, a list of all its records, and a place in the navigation. */
export function newFormEdits(
  definition: AppDefinition,
  { label, roles }: NewForm,
): { form: string; edits: Edit[] } {
  const form = plainForm(definition, label)
  const rights = definition.roles
    .filter((role) => role.admin !== true && roles.includes(role.key))
    .map((role) => ({ role: role.key, right: firstRight(role, form.key, ['name']) }))
  const view = makeKey(`${form.key}_all`, new Set(definition.views.map(({ key }) => key)))
  const [group, ...others] = definition.navigation
  const entry = { type: 'form' as const, key: form.key }
  const navigation =
    group === undefined
      ? [{ key: 'main', label: definition.name, items: [entry] }]
      : [{ ...group, items: [...group.items, entry] }, ...others]
  return {
    form: form.key,
    edits: [
      { type: 'addForm', form, rights },
      {
        type: 'putView',
        view: {
          key: view,
          form: form.key,
          label: viewLabel,
          type: 'table',
          columns: ['name', 'owner', 'updated_at'],
        },
      },
      { type: 'setNavigation', navigation },
    ],
  }
}
