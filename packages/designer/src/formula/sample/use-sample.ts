import {
  dependencies,
  writeField,
  type EvaluationContext,
  type Expression,
  type LabelledScope,
} from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import { useRenderer } from '@pipewright/renderer'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useIndex } from '../../environment/design-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { exampleRecord } from './example-values.ts'
import { loadSample, type FindRecord } from './load-sample.ts'
import { neededPaths } from './needed-paths.ts'
import { useContextNow } from './use-context-now.ts'
import { withDraftFormulas } from './with-draft-formulas.ts'

/** `null`: example values. */
export type SampleChoice = { readonly id: string; readonly title: string } | null

export interface Sample {
  readonly choice: SampleChoice
  readonly choose: (choice: SampleChoice) => void
  /** Undefined while the record is on its way. */
  readonly data: Readonly<Record<string, unknown>> | undefined
  readonly titles: Readonly<Record<string, string>>
  readonly context: EvaluationContext
  /** What was typed for the fields that the formula reads, while examples are used. */
  readonly typed: Readonly<Record<string, string>>
  readonly type: (path: string, text: string) => void
  readonly inputs: readonly { readonly path: string; readonly label: string }[]
}

const minute = 60_000

/** Any record: real values say more than examples. */
function useFirst(form: string): SampleChoice {
  const { data } = useRenderer()
  const first = useQuery({
    queryKey: ['designer', 'sample', form],
    queryFn: async () => {
      const page = await data.queryRecords(form, { limit: 1 })
      const [row] = page.rows
      return row === undefined ? null : { id: row.id, title: row.title }
    },
    enabled: form !== '',
    staleTime: minute,
    retry: false,
  })
  return first.data ?? null
}

function useFindRecord(): FindRecord {
  const { data } = useRenderer()
  const client = useQueryClient()
  return useMemo(
    () => (form, id) =>
      client
        .fetchQuery({
          queryKey: ['designer', 'record', form, id],
          queryFn: () => data.getRecord(form, id),
          staleTime: minute,
          retry: false,
        })
        .catch(() => null),
    [client, data],
  )
}

/** The record or the examples that a formula is tried with, and the values it reads from them. */
export function useSample(place: Place, scope: LabelledScope, expression: Expression | null): Sample {
  const t = useTexts()
  const index = useIndex()
  const context = useContextNow()
  const find = useFindRecord()
  const first = useFirst(place.form)
  const [chosen, setChosen] = useState<SampleChoice | undefined>(undefined)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const choice = chosen === undefined ? first : chosen
  const paths = useMemo(() => neededPaths(index, place, expression), [index, place, expression])
  const record = useQuery({
    queryKey: ['designer', 'sample', place.form, place.lineItems ?? '', choice?.id ?? '', paths.join(' ')],
    queryFn: () => loadSample(find, index, place, choice?.id ?? '', paths),
    enabled: choice !== null,
    staleTime: minute,
    retry: false,
  })
  const data = useMemo(() => {
    const around = { text: t('formula.exampleText'), typed }
    const stored = choice === null ? exampleRecord(paths, scope, context, around) : record.data?.values
    if (stored === undefined) return undefined
    const values = choice === null ? stored : withDraftFormulas(index, place, scope, paths, stored, context)
    return { ...values, $old: values }
  }, [t, typed, choice, paths, scope, context, record.data, index, place])
  const inputs = useMemo(
    () =>
      dependencies(expression)
        .filter((path) => !path[0]?.startsWith('$'))
        .map((path) => ({ path: path.join('.'), label: writeField(path, scope) })),
    [expression, scope],
  )
  return {
    choice,
    choose: setChosen,
    data,
    titles: record.data?.titles ?? {},
    context,
    typed,
    type: (path, text) => setTyped((old) => ({ ...old, [path]: text })),
    inputs,
  }
}
