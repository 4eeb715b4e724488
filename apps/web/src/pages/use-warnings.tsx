import type { RecordWarning } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { listed, useSay, useUiLocale } from '@pipewright/ui'
import { useCallback } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { warningLines, type WarningLine } from './warning-lines.ts'

const shown = 8

/** Says beside the page what rules want to be minded after several records were written; it stays until it is closed. */
export function useWarnings(): (warnings: readonly RecordWarning[]) => void {
  const { notification } = useSay()
  const { definition } = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  return useCallback(
    (warnings) => {
      if (warnings.length === 0) return
      const worded = ({ text: said, form, records, rows }: WarningLine): string => {
        if (records > 1) return text('recordsWarned', { text: said, count: records })
        if (rows === null) return said
        const fields = definition.forms.find(({ key }) => key === form)?.fields
        const field = localize(fields?.find(({ key }) => key === rows.field)?.label, locale)
        return text('rowsWarned', {
          field,
          rows: listed(rows.places, locale),
          text: said,
          count: rows.places.length,
        })
      }
      const lines = warningLines(warnings).slice(0, shown).map(worded)
      notification.warning({
        title: text('minded'),
        description: lines.map((line) => <div key={line}>{line}</div>),
        duration: 0,
        placement: 'bottomRight',
        role: 'status',
      })
    },
    [notification, definition, locale, text],
  )
}
