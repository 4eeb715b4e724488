import { BOOLEAN, listOf, TEXT, type LabelledScope, type ScopeField } from '@pipewright/logic'
import { localize, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import { expressionScope } from './expression-scope.ts'
import { recordAround } from './record-around.ts'

const words = {
  $roles: { en: 'My roles', zh: '我的角色' },
  $device: { en: 'Device', zh: '设备' },
  $isNew: { en: 'New record', zh: '新建记录' },
  $option: { en: 'Option', zh: '选项' },
  $old: { en: 'before', zh: '修改前' },
  phone: { en: 'Phone', zh: '手机' },
  desktop: { en: 'Computer', zh: '电脑' },
} as const

export interface RuleSite {
  readonly form: string
  readonly rows?: string | undefined
  /** Whether single options are asked, as `$option`. */
  readonly options?: boolean
}

function before(fields: readonly ScopeField[], locale: Locale): ScopeField[] {
  return fields
    .filter(({ path }) => path.length === 1)
    .map(({ path, label, type }) => ({
      path: ['$old', ...path],
      label: locale === 'zh' ? `${label}（${words.$old.zh}）` : `${label} (${words.$old.en})`,
      type,
    }))
}

/** What conditions of rules may use: fields, the values before, who writes and on what; from a row also the record. */
export function ruleScope(index: DefinitionIndex, site: RuleSite, locale: Locale): LabelledScope {
  const { form, rows, options = false } = site
  const base = expressionScope(index, rows === undefined ? { form } : { form, lineItems: rows }, locale)
  const record = expressionScope(index, { form }, locale)
  const around = rows === undefined ? [] : recordAround(index, form, locale)
  // In rows inside rows a rule knows more of the record than a formula does.
  const own = base.fields().filter(({ path }) => path[0] !== '$record')
  const facts: ScopeField[] = [
    { path: ['$roles'], label: words.$roles[locale], type: listOf(TEXT) },
    { path: ['$device'], label: words.$device[locale], type: TEXT },
    { path: ['$isNew'], label: words.$isNew[locale], type: BOOLEAN },
    ...(options ? [{ path: ['$option'], label: words.$option[locale], type: TEXT }] : []),
  ]
  const fields = [...own, ...around, ...before(own, locale), ...facts]
  return {
    fields: () => fields,
    resolve(path) {
      const [head, ...rest] = path
      if (head === '$record') return record.resolve(rest)
      return facts.find((fact) => fact.path[0] === head)?.type ?? base.resolve(path)
    },
    option(path, text) {
      const [head, ...rest] = path
      return head === '$record' ? record.option?.(rest, text) : base.option?.(path, text)
    },
    optionLabel(path, key) {
      const [head, ...rest] = path
      if (head === '$roles') {
        const role = index.role(key)
        return role && localize(role.label, locale)
      }
      if (head === '$device' && (key === 'phone' || key === 'desktop')) return words[key][locale]
      return head === '$record' ? record.optionLabel?.(rest, key) : base.optionLabel?.(path, key)
    },
  }
}
