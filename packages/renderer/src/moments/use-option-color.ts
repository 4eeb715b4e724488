import type { RecordAnswer } from '@pipewright/contract'
import { useMemo } from 'react'
import { useOptions } from '../controls/options/option-list.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { valueAt } from '../table/column-of-path.ts'

const unknown = { type: 'choice' as const, key: '', label: {} }

/** The colour and the name of the option that a record has of a field. */
export function useOptionColor(form: string, key: string | undefined) {
  const { index } = useRenderer()
  const options = useOptions((key === undefined ? undefined : index.field(form, key)?.field) ?? unknown)
  return useMemo(() => {
    const optionOf = (record: RecordAnswer) =>
      key === undefined ? undefined : options.find(({ value }) => value === valueAt(record, key))
    return {
      colorOf: (record: RecordAnswer): string =>
        optionOf(record)?.color ?? (key === undefined ? 'blue' : 'gray'),
      nameOf: (record: RecordAnswer): string | undefined => optionOf(record)?.label,
    }
  }, [options, key])
}
