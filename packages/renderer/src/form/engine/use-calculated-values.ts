import { figuresOf } from '@pipewright/logic'
import { expressionOf, isExpressed } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { useMemo, useSyncExternalStore } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { CalculatedBook, type CalculatedValues } from './calculated-book.ts'

const looksElsewhere = (field: Field): boolean =>
  field.type === 'lineItems'
    ? field.fields.some(looksElsewhere)
    : (field.type === 'rollup' && field.through !== undefined) ||
      (isExpressed(field) && figuresOf(expressionOf(field)).length > 0)

const silent = { subscribe: () => () => undefined, edition: () => 0 }

/** What the server calculates while one types; a new object with every answer, undefined where there is nothing to ask. */
export function useCalculatedValues(
  form: Form | undefined,
  record: string | undefined,
): CalculatedValues | undefined {
  const { data } = useRenderer()
  const book = useMemo(() => {
    const { calculateDraft } = data
    if (form === undefined || calculateDraft === undefined || !form.fields.some(looksElsewhere))
      return undefined
    return new CalculatedBook((values) =>
      calculateDraft(form.key, { ...(record === undefined ? {} : { id: record }), values }),
    )
  }, [data, form, record])
  const { subscribe, edition } = book ?? silent
  const current = useSyncExternalStore(subscribe, edition)
  return useMemo(
    () =>
      book && {
        edition: current,
        values: () => book.values(),
        ask: (typed) => book.ask(typed),
      },
    [book, current],
  )
}
