import './row-mark.css'
import { localize } from '@pipewright/metadata'
import type { RowColor } from '@pipewright/schemas'
import { useEffect, useMemo, useState } from 'react'
import { useReaderContext } from '../../environment/reader-context.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { MarkOf, rowMarks } from './row-mark.ts'

const none: readonly RowColor[] = []
const unmarked: MarkOf = () => undefined

/** What marks rows with colours. The language that conditions are written in loads only where there are some. */
export function useRowMarks(form: string, colors: readonly RowColor[] = none): MarkOf {
  const { index, locale } = useRenderer()
  const contextNow = useReaderContext()
  const { definition } = index
  const [load, setLoad] = useState<{ readonly rowMarks: typeof rowMarks } | null>(null)
  const isNeeded = colors.length > 0
  useEffect(() => {
    if (!isNeeded) return
    void import('./row-mark.ts').then(async (marks) => {
      await marks.enginesFor(definition)
      setLoad(marks)
    })
  }, [isNeeded, definition])
  return useMemo(() => {
    if (load === null || !isNeeded) return unmarked
    const named = colors.map(({ when, color, label }) => ({
      when,
      mark: { color, label: localize(label, locale) },
    }))
    return load.rowMarks(index, form, named, contextNow)
  }, [load, isNeeded, colors, index, form, locale, contextNow])
}
