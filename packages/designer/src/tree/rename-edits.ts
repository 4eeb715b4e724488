import { blockingUses, fieldTypes, itemKey, makeKey } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form, LocalizedText } from '@pipewright/schemas'
import { accessOf, accessPaths } from '../access/field-access.ts'
import { placeOf } from './layout-places.ts'
import { takenKeys } from './new-field.ts'

/** A first name replaces that of the type in both languages: a field called “Discount” is not still 金额 in Chinese. */
export function firstName(field: Field, label: LocalizedText): LocalizedText {
  const given = fieldTypes[field.type].label
  const isUntouched = field.label.en === given.en && field.label.zh === given.zh
  if (!isUntouched) return label
  const own = Object.entries(label).filter(
    ([language, text]) => text !== given[language as keyof LocalizedText],
  )
  return own.length === 0 ? label : Object.fromEntries(own)
}

/**
 * Gives a field another name. While nobody could have seen it, its key follows the name: that is how its column will
 * be called for good. Afterwards, or when something uses it, only the label changes.
 */
export function renameEdits(
  definition: AppDefinition,
  form: Form,
  field: Field,
  naming: { readonly label: LocalizedText; readonly published: boolean },
): { readonly key: string; readonly edits: Edit[] } {
  const { label, published } = naming
  const plain: Edit = { type: 'setField', form: form.key, field: { ...field, label } }
  const taken = new Set([...takenKeys(definition, form)].filter((key) => key !== field.key))
  const place = placeOf(form.layout, field.key)
  const key = makeKey(label, taken)
  const isFree =
    !published &&
    Object.keys(label).length > 0 &&
    place !== null &&
    key !== field.key &&
    makeKey(field.label, taken) === field.key &&
    form.fields.length > 1 &&
    blockingUses(definition, { form: form.key, field: field.key }).length === 0
  if (!isFree) return { key: field.key, edits: [plain] }
  const [path = field.key] = accessPaths(field)
  const withAccess = (access: 'read' | 'write') =>
    definition.roles
      .filter(
        (role) =>
          role.forms.some((right) => right.form === form.key) &&
          accessOf({ ...role, admin: false }, form.key, path) === access,
      )
      .map((role) => role.key)
  const item = form.layout.sections.flatMap(({ items }) => items).find((one) => itemKey(one) === field.key)
  return {
    key,
    edits: [
      { type: 'removeField', form: form.key, field: field.key, neverPublished: true },
      {
        type: 'addField',
        form: form.key,
        field: { ...field, key, label },
        ...place,
        write: withAccess('write'),
        read: withAccess('read'),
      },
      ...(item?.width === undefined
        ? []
        : [{ type: 'setWidth' as const, form: form.key, field: key, width: item.width }]),
    ],
  }
}
