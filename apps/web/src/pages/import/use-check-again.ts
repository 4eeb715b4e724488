import type { ImportColumn, ImportDecisions, ImportWrites } from '@pipewright/contract'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { JobStepProps } from './step-props.ts'

/** Has all rows checked again as they were, but for what is given. */
export function useCheckAgain({ job, onAnswer }: Pick<JobStepProps, 'job' | 'onAnswer'>) {
  const { workspace } = useWorkspace()
  const call = useCall()
  const checkAgain = async (
    change: {
      readonly mapping?: ImportColumn[]
      readonly writes?: ImportWrites
      readonly decisions?: ImportDecisions
    } = {},
  ) => {
    const params = { workspace: workspace.key, id: job.id }
    const body = { mapping: [...job.mapping], writes: job.writes, ...change }
    const answer = await call.run(() => client.call('checkImport', { params, body }))
    if (answer !== undefined) onAnswer(answer)
  }
  return { call, checkAgain }
}
