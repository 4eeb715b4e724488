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
    const valueIn = (record: RecordAnswer) => (key === undefined ? null : valueAt(record, key))
    const optionOf = (chosen: unknown) => options.find(({ value }) => value === chosen)
    const colorOfOption = (chosen: unknown): string =>
      optionOf(chosen)?.color ?? (key === undefined ? 'blue' : 'gray')
    const nameOfOption = (chosen: unknown): string | undefined => optionOf(chosen)?.label
    return {
      colorOfOption,
      nameOfOption,
      colorOf: (record: RecordAnswer): string => colorOfOption(valueIn(record)),
      nameOf: (record: RecordAnswer): string | undefined => nameOfOption(valueIn(record)),
    }
  }, [options, key])
}
