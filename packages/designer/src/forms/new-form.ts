import { fieldTypes, makeKey } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form, FormRight, LocalizedText, Role } from '@pipewright/schemas'
import { pluralLabel } from './plural-label.ts'

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
      ? ['create', 'read', 'update', 'delete', 'import', 'export', 'share']
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
  /** What is on it; a name when left out. */
  readonly fields?: readonly Field[]
  /** Key of the field that names a record; a name is put in front when there is none. */
  readonly title?: string
}

const nameField: Field = { type: 'text', key: 'name', label: titleLabel, required: true }

/** Names the records of a table that has no text: its rows bring no name, but each can be given a number. */
const numberField: Field = {
  type: 'autoNumber',
  key: 'number',
  label: { en: 'No.', zh: '编号' },
  digits: 4,
  period: 'never',
}

/** The fields of a new form, with one that names its records. */
function fieldsOf({ fields = [], title }: NewForm): { readonly fields: Field[]; readonly title: string } {
  if (title !== undefined) return { fields: [...fields], title }
  const first = fields.length === 0 ? nameField : numberField
  const key = makeKey(first.type === 'text' ? 'name' : 'number', new Set(fields.map((field) => field.key)))
  return { fields: [{ ...first, key }, ...fields], title: key }
}

const listed = 8

function plainForm(definition: AppDefinition, wanted: NewForm): Form {
  const { label } = wanted
  const { fields, title } = fieldsOf(wanted)
  const retired = definition.retired.filter((path) => !path.includes('.'))
  const key = makeKey(label, new Set([...definition.forms.map((form) => form.key), ...retired]))
  return {
    key,
    label,
    labelPlural: pluralLabel(label),
    icon: 'file-text',
    color: firstColors[definition.forms.length % firstColors.length] ?? 'blue',
    titleField: title,
    searchFields: [title],
    fields,
    layout: {
      sections: [
        { key: 'main', label: sectionLabel, columns: 2, items: fields.map(({ key: field }) => ({ field })) },
      ],
    },
  }
}

/** Among other forms: the first group may hold dashboards alone. */
function withEntry({ name, navigation }: AppDefinition, key: string): AppDefinition['navigation'] {
  const entry = { type: 'form' as const, key }
  if (navigation.length === 0) return [{ key: 'main', label: name, items: [entry] }]
  const holding = navigation.findIndex(({ items }) => items.some(({ type }) => type === 'form'))
  const at = Math.max(holding, 0)
  return navigation.map((group, index) =>
    index === at ? { ...group, items: [...group.items, entry] } : group,
  )
}

/** A form with a name and one section, a list of all its records, and a place in the navigation. */
export function newFormEdits(definition: AppDefinition, wanted: NewForm): { form: string; edits: Edit[] } {
  const form = plainForm(definition, wanted)
  const paths = form.fields.map(({ key }) => key)
  const written = form.fields.filter(({ type }) => fieldTypes[type].writable).map(({ key }) => key)
  const read = paths.filter((path) => !written.includes(path))
  const rights = definition.roles
    .filter((role) => role.admin !== true && wanted.roles.includes(role.key))
    .map((role) => ({ role: role.key, right: { ...firstRight(role, form.key, written), read } }))
  const view = makeKey(`${form.key}_all`, new Set(definition.views.map(({ key }) => key)))
  const navigation = withEntry(definition, form.key)
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
          columns: [
            form.titleField,
            ...paths.filter((path) => path !== form.titleField).slice(0, listed - 1),
            'owner',
            'updated_at',
          ],
        },
      },
      { type: 'setNavigation', navigation },
    ],
  }
}
