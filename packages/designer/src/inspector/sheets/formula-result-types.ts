import { MEMBER_FORM, type ValueType } from '@pipewright/logic'
import type { FormulaField } from '@pipewright/schemas'
import type { FieldChanges } from './sheet.ts'

type Result = FormulaField['resultType']

const decimal: readonly Result[] = ['number', 'money', 'percent']
const texts: readonly Result[] = ['text', 'longText', 'choice', 'email', 'phone', 'url']
const any: readonly Result[] = [...decimal, 'text', 'date', 'dateTime', 'yesNo', 'choice', 'multiChoice']

/** What the value of a formula can be shown as, the usual way first; until there is a value it is anything. */
export function offeredFor(type: ValueType): readonly Result[] {
  switch (type.kind) {
    case 'number':
      return decimal
    case 'boolean':
      return ['yesNo']
    case 'date':
    case 'dateTime':
      return [type.kind]
    case 'text':
      return texts
    case 'list':
      return ['multiChoice']
    case 'record':
      return [type.form === MEMBER_FORM ? 'member' : 'relation']
    default:
      return any
  }
}

/** Everything that follows when a formula is shown in a way; what fits it no longer goes. */
export function resultChanges(
  field: FormulaField,
  resultType: Result,
  type: ValueType | null,
): FieldChanges<FormulaField> {
  const hasOptions = resultType === 'choice' || resultType === 'multiChoice'
  const target = type?.kind === 'record' ? type.form : field.resultForm
  return {
    resultType,
    scale: decimal.includes(resultType) ? (field.scale ?? 2) : undefined,
    currency: resultType === 'money' ? field.currency : undefined,
    resultForm: resultType === 'relation' ? target : undefined,
    ...(hasOptions ? {} : { options: undefined, optionSet: undefined }),
  }
}

/** What a formula is shown as once it gives a value of a type: as before, where that still fits. */
export function changesForType(field: FormulaField, type: ValueType | null): FieldChanges<FormulaField> {
  const offered = type === null ? any : offeredFor(type)
  const resultType = offered.includes(field.resultType) ? field.resultType : offered[0]
  return resultChanges(field, resultType ?? field.resultType, type)
}
