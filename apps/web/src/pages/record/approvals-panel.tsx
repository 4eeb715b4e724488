import type { RecordAnswer, Run } from '@pipewright/contract'
import { EmptyState, RowsSkeleton } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { RunCard } from './run-card.tsx'

/** The approvals of a record, newest first, with the decision where it is one's own turn. */
export function ApprovalsPanel(props: { form: string; record: RecordAnswer }) {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const params = { workspace: app.workspace.key, form: props.form, id: props.record.id }
  const runs = useQuery({
    queryKey: ['runs', params.workspace, params.form, params.id, props.record.version],
    queryFn: () => client.call('listRuns', { params }),
  })
  if (runs.isPending) return <RowsSkeleton />
  const list: readonly Run[] = runs.data?.runs ?? []
  if (list.length === 0) return <EmptyState icon="audit" title={text('noRuns')} />
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['runs', params.workspace] })
    void refreshRecords(queries)
    void queries.invalidateQueries({ queryKey: ['tasks', params.workspace] })
  }
  return (
    <div className="run-list">
      {list.map((run) => (
        <RunCard key={run.id} run={run} version={props.record.version} onChanged={refresh} />
      ))}
    </div>
  )
}
