import {
  DEPARTMENT_FORM,
  listOf,
  MEMBER_FORM,
  recordOf,
  TEXT,
  type LabelledScope,
  type ScopeField,
} from '@pipewright/logic'
import { localize, type DefinitionIndex, type Locale, type Place } from '@pipewright/metadata'
import { expressionScope } from './expression-scope.ts'
import { recordAround } from './record-around.ts'

const words = {
  $member: { en: 'Member', zh: '成员' },
  $memberDepartment: { en: "Member's department", zh: '成员的部门' },
  $memberRoles: { en: "Member's roles", zh: '成员的角色' },
} as const

/** What limits of members may use: the fields around, and who may be chosen; from a row also the record. */
export function memberScope(index: DefinitionIndex, place: Place, locale: Locale): LabelledScope {
  const base = expressionScope(index, place, locale)
  const record = expressionScope(index, { form: place.form }, locale)
  const around = place.lineItems === undefined ? [] : recordAround(index, place.form, locale)
  const facts: ScopeField[] = [
    { path: ['$member'], label: words.$member[locale], type: recordOf(MEMBER_FORM) },
    { path: ['$memberDepartment'], label: words.$memberDepartment[locale], type: recordOf(DEPARTMENT_FORM) },
    { path: ['$memberRoles'], label: words.$memberRoles[locale], type: listOf(TEXT) },
  ]
  const fields = [...facts, ...base.fields(), ...around]
  return {
    fields: () => fields,
    resolve(path) {
      const [head = '', ...rest] = path
      if (head === '$record') return record.resolve(rest)
      return facts.find((fact) => fact.path[0] === head)?.type ?? base.resolve(path)
    },
    option(path, text) {
      const [head = '', ...rest] = path
      return head === '$record' ? record.option?.(rest, text) : base.option?.(path, text)
    },
    optionLabel(path, key) {
      const [head = '', ...rest] = path
      if (head === '$memberRoles') {
        const role = index.role(key)
        return role && localize(role.label, locale)
      }
      return head === '$record' ? record.optionLabel?.(rest, key) : base.optionLabel?.(path, key)
    },
  }
}
