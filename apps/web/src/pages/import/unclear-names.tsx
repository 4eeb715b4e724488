import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { NameTable } from './name-table.tsx'
import { wantedRecords, withChosen, type Chosen } from './settle-names.ts'
import type { JobStepProps } from './step-props.ts'

/** Asks which records are meant, makes those that are missing, and has all rows checked again. */
export function UnclearNames({ form, job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const call = useCall()
  const workspace = app.workspace.key
  // Where one is refused, those before it are there already.
  const made = useRef(new Set<string>())
  const params = { workspace, id: job.id }
  const found = useQuery({
    queryKey: ['import-names', workspace, job.id],
    queryFn: async () => (await client.call('listUnclearNames', { params })).names,
    // The next check asks anew.
    gcTime: 0,
    staleTime: 0,
  })
  const names = found.data ?? []
  if (names.length === 0) return null
  const isAny = (key: string) =>
    form.fields.some((field) => field.key === key && field.type === 'anyRelation')
  const settle = (chosen: Chosen) =>
    call.run(async () => {
      for (const { form: far, title } of wantedRecords(names, chosen)) {
        const key = `${far} ${title}`
        if (made.current.has(key)) continue
        const titleField = app.definition.forms.find(({ key }) => key === far)?.titleField ?? ''
        await client.call('createRecord', {
          params: { workspace, form: far },
          body: { values: { [titleField]: title } },
          idempotencyKey: crypto.randomUUID(),
        })
        made.current.add(key)
      }
      const mapping = withChosen(job.mapping, names, chosen, isAny)
      onAnswer(await client.call('checkImport', { params, body: { mapping } }))
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
