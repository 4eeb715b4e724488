import type { RecordAnswer, Values } from '@pipewright/contract'
import { useMemo } from 'react'
import type { ShownValues } from './shown-values.ts'

/** The values of a record that is only read. */
export const useRecordValues = (form: string, record: RecordAnswer, system: Values): ShownValues =>
  useMemo(
    () => ({
      form,
      record: record.id,
      titles: record.titles,
      read: (key) => system[key] ?? record.values[key] ?? null,
      subscribe: () => () => undefined,
    }),
    [form, record, system],
  )
