import type { RecordTab } from '@pipewright/renderer'
import { useSearchParams } from 'react-router'

const tabs: readonly RecordTab[] = ['details', 'related', 'timeline', 'approvals']

/** The tab of a record that the address names, and another. */
export function useRecordTab(): [RecordTab, (tab: RecordTab) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('tab') as RecordTab | null
  const tab = asked !== null && tabs.includes(asked) ? asked : 'details'
  return [tab, (next) => setSearch(next === 'details' ? {} : { tab: next })]
}
