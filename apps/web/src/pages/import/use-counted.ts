import type { Import } from '@pipewright/contract'
import { useText } from '../../texts/use-text.ts'
import { useImportText } from './use-import-text.ts'

type Counted =
  | 'importGood'
  | 'importBad'
  | 'importAll'
  | 'importSkipBad'
  | 'importDone'
  | 'importWarned'
  | 'importRefused'
  | 'importStopped'
  | 'importMore'

const ofRecords = {
  importGood: 'recordsGood',
  importBad: 'recordsBad',
  importAll: 'recordsAll',
  importSkipBad: 'recordsSkipBad',
  importDone: 'recordsDone',
  importWarned: 'recordsWarned',
  importRefused: 'recordsRefused',
  importStopped: 'recordsStopped',
  importMore: 'recordsMore',
} as const

/** Counts what an import brings: rows, or records where several rows may be one. */
export function useCounted({ lines }: Pick<Import, 'lines'>): (key: Counted, count: number) => string {
  const text = useText()
  const own = useImportText()
  return (key, count) => (lines === 0 ? text(key, { count }) : own(ofRecords[key], { count }))
}
