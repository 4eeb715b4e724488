import type { Option } from '@pipewright/schemas'
import { useMemo, useState } from 'react'

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Options whose name in either language, or whose key, holds what is searched for. */
export function useFoundOptions(options: readonly Option[]) {
  const [text, search] = useState('')
  const found = useMemo(() => {
    const wanted = fold(text.trim())
    if (wanted === '') return options
    return options.filter(({ key, label }) =>
      [key, label.en ?? '', label.zh ?? ''].some((name) => fold(name).includes(wanted)),
    )
  }, [options, text])
  return { text, search, found }
}
