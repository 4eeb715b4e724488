import { useQuery } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { NameTable } from './name-table.tsx'
import { NotAnswered } from './not-answered.tsx'
import { withChosen, type Chosen } from './settle-names.ts'
import { fieldAt } from './import-targets.ts'
import type { JobStepProps } from './step-props.ts'

/** Asks what is meant and what is to be made with the rows, and has all rows checked again. */
export function UnclearNames({ form, job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const call = useCall()
  const workspace = app.workspace.key
  const params = { workspace, id: job.id }
  const found = useQuery({
    queryKey: ['import-names', workspace, job.id],
    queryFn: async () => (await client.call('listUnclearNames', { params })).names,
    // The next check asks anew.
    gcTime: 0,
    staleTime: 0,
  })
  const names = found.data ?? []
  if (names.length === 0) return <NotAnswered asked={found} />
  const isAny = (key: string) => fieldAt(form, key)?.type === 'anyRelation'
  const settle = (chosen: Chosen) =>
    call.run(async () => {
      const mapping = withChosen(job.mapping, names, chosen, isAny)
      onAnswer(await client.call('checkImport', { params, body: { mapping, writes: job.writes } }))
    })
  return (
    <>
      <NameTable
        names={names}
        columns={job.columns}
        busy={call.busy}
        onSettle={(chosen) => void settle(chosen)}
      />
      <CallNotice problem={call.problem} lost={call.lost} />
    </>
  )
}
