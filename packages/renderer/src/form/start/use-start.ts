import type { StartSources } from '@pipewright/compiler'
import type { JsonValue, RecordAnswer, Values } from '@pipewright/contract'
import { itself, takenFrom } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { Origin } from './origin.ts'

/** What a new record starts with besides what its form says, and how the records in it are called. */
export interface RecordStart extends StartSources {
  readonly titles: Titles
}

const nothing: RecordStart = { titles: {} }

/** What the record one came from holds, as far as the reader sees it. */
function takenOver(
  form: Form,
  origin: Origin | undefined,
  record: Pick<RecordAnswer, 'values' | 'titles'> | undefined,
): Pick<RecordStart, 'taken' | 'titles'> {
  if (origin === undefined || record === undefined) return nothing
  const taken: Values = {}
  for (const { from, to } of takenFrom(form, origin.form)) {
    const field = form.fields.find(({ key }) => key === to)
    const value =
      from === 'id' && origin.id !== undefined
        ? (itself(field, origin.form, origin.id) as JsonValue)
        : record.values[from]
    if (value !== undefined) taken[to] = value
  }
  return { taken, titles: record.titles }
}

function useOriginRecord(form: Form | undefined, origin: Origin | undefined) {
  const { data } = useRenderer()
  const asks = form !== undefined && origin !== undefined && takenFrom(form, origin.form).length > 0
  const { form: of = '', id = '', values, titles = {} } = origin ?? {}
  const found = useQuery({
    queryKey: ['records', of, 'origin', id],
    queryFn: () => data.getRecord(of, id),
    enabled: asks && values === undefined && id !== '',
    retry: false,
  })
  const given = useMemo(() => (values === undefined ? undefined : { values, titles }), [values, titles])
  return { record: asks ? (given ?? found.data) : undefined, waits: found.isLoading }
}

/** Everything a new record of a form starts with from outside of it; undefined until it is known. */
export function useStart(key: string, origin?: Origin, preset?: string): RecordStart | undefined {
  const { data, index } = useRenderer()
  const form = index.form(key)
  const { record, waits } = useOriginRecord(form, origin)
  const repeats = (form?.start?.last ?? []).length > 0
  const last = useQuery({
    queryKey: ['records', key, 'lastValues'],
    queryFn: () => data.lastValues?.(key) ?? Promise.resolve({ values: {}, titles: {} }),
    enabled: repeats,
    retry: false,
  })
  const start = useMemo(() => {
    if (form === undefined) return nothing
    const { taken, titles } = takenOver(form, origin, record)
    if (taken === undefined && last.data === undefined && preset === undefined) return nothing
    return {
      ...(preset === undefined ? {} : { preset }),
      ...(taken === undefined ? {} : { taken }),
      ...(last.data === undefined ? {} : { last: last.data.values }),
      titles: { ...last.data?.titles, ...titles },
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the record stands for its origin, which is a new object at every drawing
  }, [form, record, preset, last.data])
  // What could not be asked for does not keep anybody from entering the record.
  return waits || last.isLoading ? undefined : start
}
