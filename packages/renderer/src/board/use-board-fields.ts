import type { Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { valueOfColumn } from './board-value.ts'

const unknown = { type: 'choice' as const, key: '', label: {} }
const none: never[] = []

/** The field that makes the columns of a board. */
export function useBoardField(form: string, key: string): Field {
  return useRenderer().index.field(form, key)?.field ?? unknown
}

/** What a card shows beside its title; the columns and lanes say the rest. */
export function useCardColumns(form: string, columns: readonly string[], said: string) {
  const { index, locale } = useRenderer()
  return useMemo(() => {
    const keys = said.split(' ')
    const title = index.form(form)?.titleField
    return columnsOf(index, form, columns, locale).filter(
      ({ path }) => !keys.includes(path) && path !== title,
    )
  }, [index, form, said, columns, locale])
}

/** The fields that are summed. */
export function useSumFields(form: string, sums: readonly string[]): readonly Field[] {
  const { index } = useRenderer()
  return useMemo(() => sums.flatMap((sum) => index.field(form, sum)?.field ?? none), [index, form, sums])
}

/** What a member may do with the cards of a column. */
export function useColumnRights(
  form: string,
  field: Field,
  onCreate: ((values: Values) => void) | undefined,
) {
  const { rights, index } = useRenderer()
  const right = rights[form]
  const isOwn = index.form(form)?.fields.some(({ key }) => key === field.key) === true
  const isOwner = field.key === 'owner'
  const create =
    right?.create === true && isOwn && onCreate !== undefined
      ? (column: string) => onCreate({ [field.key]: valueOfColumn(field, column) })
      : undefined
  return { movable: right?.update === true && (isOwner || right.fields[field.key] === 'write'), create }
}
