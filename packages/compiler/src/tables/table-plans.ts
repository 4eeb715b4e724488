import { isInRows, partColumn, placeAround, relationsIn, rowsPlace, type Place } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { columnOf } from './column-of.ts'
import { isStored } from './is-stored.ts'
import { partColumns } from './part-columns.ts'
import {
  foreignKey,
  formColumns,
  formForeignKeys,
  innerRowColumns,
  linkColumns,
  rowAbove,
  rowColumns,
} from './system-columns.ts'
import { linkTableOf, tableAt, tableOf } from './table-names.ts'
import type { Column, ForeignKey, TablePlan } from './table-plan.ts'

function fieldColumns(definition: AppDefinition, place: Place, fields: readonly Field[]): Column[] {
  return fields.flatMap((field) => {
    const column = columnOf(field)
    return column !== null && isStored(definition, place, field) ? [column, ...partColumns(field)] : []
  })
}

function fieldForeignKeys(table: string, fields: readonly Field[]): ForeignKey[] {
  return fields.flatMap((field) => {
    // Lists of ids have no foreign key: members are never deleted, and a list keeps its order in one read.
    if (field.type === 'member') return [foreignKey(table, field.key, '_member')]
    if (field.type === 'department') return [foreignKey(table, field.key, '_department')]
    return relationsIn([field]).map(({ key, form }) => foreignKey(table, partColumn(key), tableOf(form)))
  })
}

function formTable(definition: AppDefinition, form: Form): TablePlan {
  const name = tableOf(form.key)
  return {
    key: form.key,
    name,
    form: form.key,
    columns: [...formColumns, ...fieldColumns(definition, { form: form.key }, form.fields)],
    foreignKeys: [...formForeignKeys(name), ...fieldForeignKeys(name, form.fields)],
  }
}

/** Rows inside rows name their record too, so that everything about a record is found in one step. */
function rowTables(definition: AppDefinition, around: Place, fields: readonly Field[]): TablePlan[] {
  return fields.flatMap((field): TablePlan[] => {
    if (field.type !== 'lineItems') return []
    const place = rowsPlace(around, field.key)
    const name = tableAt(place)
    const inner = isInRows(place)
    const own: TablePlan = {
      key: `${place.form}.${place.lineItems}`,
      name,
      ...place,
      columns: [...(inner ? innerRowColumns : rowColumns), ...fieldColumns(definition, place, field.fields)],
      foreignKeys: [
        foreignKey(name, 'parent', tableOf(place.form), 'cascade'),
        ...(inner ? [foreignKey(name, rowAbove, tableAt(placeAround(place)), 'cascade')] : []),
        ...fieldForeignKeys(name, field.fields),
      ],
    }
    return [own, ...rowTables(definition, place, field.fields)]
  })
}

function linkTables(form: Form): TablePlan[] {
  return form.fields.flatMap((field) => {
    if (field.type !== 'relations') return []
    const name = linkTableOf(form.key, field.key)
    return {
      key: `${form.key}.${field.key}`,
      name,
      form: form.key,
      links: field.key,
      columns: linkColumns,
      foreignKeys: [
        foreignKey(name, 'parent', tableOf(form.key), 'cascade'),
        foreignKey(name, 'target', tableOf(field.form)),
      ],
    }
  })
}

/** Every table that a definition needs: one per form, per line items field and per relation to many. */
export function tablePlans(definition: AppDefinition): TablePlan[] {
  return definition.forms.flatMap((form) => [
    formTable(definition, form),
    ...rowTables(definition, { form: form.key }, form.fields),
    ...linkTables(form),
  ])
}
