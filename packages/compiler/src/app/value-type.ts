import type { Field } from '@pipewright/schemas'
import { isCalculated, valueTypeOf } from '@pipewright/metadata'
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DEPARTMENT_FORM,
  MEMBER_FORM,
  NUMBER,
  RICH_TEXT,
  TEXT,
  TIME,
  listOf,
  recordOf,
  wholeOf,
  type ValueType,
} from '@pipewright/logic'

const systemTypes: Readonly<Record<string, ValueType>> = {
  department: recordOf(DEPARTMENT_FORM),
  locked_by: recordOf('_approval_run'),
}

const kinds: Readonly<Partial<Record<Field['type'], ValueType>>> = {
  richText: RICH_TEXT,
  number: NUMBER,
  money: NUMBER,
  percent: NUMBER,
  rating: NUMBER,
  duration: NUMBER,
  date: DATE,
  dateTime: DATE_TIME,
  time: TIME,
  yesNo: BOOLEAN,
  multiChoice: listOf(TEXT),
  tags: listOf(TEXT),
  members: listOf(recordOf(MEMBER_FORM)),
  department: recordOf(DEPARTMENT_FORM),
  departments: listOf(recordOf(DEPARTMENT_FORM)),
  attachment: listOf(TEXT),
  member: recordOf(MEMBER_FORM),
  lineItems: listOf(ANY),
  address: wholeOf('address'),
  dateRange: wholeOf('dateRange'),
  location: wholeOf('location'),
  foreignMoney: wholeOf('foreignMoney'),
  anyRelation: wholeOf('anyRelation'),
}

/** The type that expressions see. `system` tells columns every form has from fields of the same type. */
export function expressionType(field: Field, form: string, system: boolean): ValueType {
  if (system && field.key === 'id') return recordOf(form)
  if (system && Object.hasOwn(systemTypes, field.key)) return systemTypes[field.key] ?? TEXT
  if (field.type === 'relation') return recordOf(field.form)
  if (field.type === 'relations') return listOf(recordOf(field.form))
  const type = valueTypeOf(field)
  if (type === 'relation' && isCalculated(field)) return recordOf(field.resultForm ?? '')
  return kinds[type] ?? TEXT
}
