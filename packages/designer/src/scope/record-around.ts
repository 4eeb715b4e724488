import type { ScopeField } from '@pipewright/logic'
import type { DefinitionIndex, Locale } from '@pipewright/metadata'
import { expressionScope } from './expression-scope.ts'

const record = { en: 'Record', zh: '主表' } as const

/** Fields of the record around a row, as expressions of the row name them. */
export const recordAround = (index: DefinitionIndex, form: string, locale: Locale): ScopeField[] =>
  expressionScope(index, { form }, locale)
    .fields()
    .map(({ path, label, type }) => ({
      path: ['$record', ...path],
      label: `${record[locale]} › ${label}`,
      type,
    }))
