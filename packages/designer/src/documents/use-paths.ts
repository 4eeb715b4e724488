import type { ScopeField } from '@pipewright/logic'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { expressionScope } from '../scope/expression-scope.ts'

export interface PathOption {
  readonly value: string
  readonly label: string
}

/** Own fields, system fields and fields one relation away, to choose from. */
export function usePaths(form: string, isOffered: (field: ScopeField) => boolean = isSingle): PathOption[] {
  const { locale } = useDesign()
  const index = useIndex()
  return useMemo(
    () =>
      expressionScope(index, { form }, locale)
        .fields()
        .filter(isOffered)
        .map(({ path, label }) => ({ value: path.join('.'), label })),
    [index, form, locale, isOffered],
  )
}

/** One value per record: not the columns of line items. */
export const isSingle = ({ type }: ScopeField): boolean => type.kind !== 'list' || type.of.kind === 'text'

export const isNumber = ({ type }: ScopeField): boolean => type.kind === 'number'
