import type { Field } from '@pipewright/schemas'

const member = (key: string, en: string, zh: string): Field => ({ type: 'member', key, label: { en, zh } })
const moment = (key: string, en: string, zh: string): Field => ({ type: 'dateTime', key, label: { en, zh } })
const text = (key: string, en: string, zh: string): Field => ({ type: 'text', key, label: { en, zh } })

/** Names a record in a file: an export heads a column with it, an import finds the record by it. */
export const recordIdField: Field = text('id', 'Id', '编号')

const fields: readonly Field[] = [
  recordIdField,
  member('owner', 'Owner', '负责人'),
  text('department', 'Department', '部门'),
  { type: 'number', key: 'version', label: { en: 'Version', zh: '版本' }, scale: 0 },
  moment('created_at', 'Created at', '创建时间'),
  member('created_by', 'Created by', '创建人'),
  moment('updated_at', 'Updated at', '更新时间'),
  member('updated_by', 'Updated by', '更新人'),
  moment('deleted_at', 'Deleted at', '删除时间'),
  text('locked_by', 'Locked by', '锁定审批'),
  moment('stage_since', 'In stage since', '进入阶段时间'),
]

/** The columns that every form has by itself, as fields, by key. */
export const systemFields: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.key, field]))

/** Those of them that people know and that can stand on a form, to be read. */
export const placeableSystemFields: ReadonlySet<string> = new Set([
  'owner',
  'department',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
])

/** What a row of line items has by itself. */
export const rowFields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['id', text('id', 'Id', '编号')],
  ['position', { type: 'number', key: 'position', label: { en: 'Position', zh: '序号' }, scale: 0 }],
])

/** Keys that no field may have: system columns, and names with a meaning in JavaScript objects. */
export const reservedKeys: ReadonlySet<string> = new Set([...systemFields.keys(), 'constructor', 'prototype'])

/** Further keys that a column of line items may not have. */
export const reservedRowKeys: ReadonlySet<string> = new Set([...reservedKeys, 'parent', 'position'])
