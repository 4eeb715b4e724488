import { indexDefinition } from '@pipewright/metadata'
import type { Report } from '@pipewright/schemas'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'

export type ReportChanges = { readonly [P in keyof Report]?: Report[P] | undefined }

/** Changes a report as it is at that moment. */
export function useReportChange(key: string): (changes: ReportChanges) => void {
  const { store, edit } = useDesign()
  return (changes) => {
    const now = indexDefinition(store.state().definition).report(key)
    if (now !== undefined)
      edit({ type: 'putReport', report: withoutEmpty<Report>({ ...now, ...changes } as Report) })
  }
}
