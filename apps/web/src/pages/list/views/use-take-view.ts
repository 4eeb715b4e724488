import type { Draft, SavedView } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useNavigate } from 'react-router'
import { appKey } from '../../../queries/app.ts'
import { client } from '../../../queries/client.ts'
import { useViewCache } from '../../../queries/views.ts'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useTakeText } from './use-take-text.ts'
import { takeViewEdits, type TakePlan } from './take-view-edits.ts'

/** Puts a view of a member into the builder's draft, and publishes that or leads to it. */
export function useTakeView(view: SavedView, onClose: () => void) {
  const app = useWorkspace()
  const t = useTakeText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = useSay()
  const call = useCall()
  const cache = useViewCache(app.workspace.key)
  const params = { workspace: app.workspace.key }
  const draft = useQuery({
    queryKey: ['take-view', params.workspace, view.id],
    queryFn: () => client.call('getDraft', { params }),
    staleTime: 0,
    gcTime: 0,
  })
  const enter = async (now: Draft, plan: TakePlan) => {
    const { key, edits } = takeViewEdits(now.definition, view, plan)
    const { version } = await client.call('editDraft', { params, body: { version: now.version, edits } })
    return { key, version }
  }
  /** What is not published does not stay in the draft either. */
  const publishStep = async (version: number) => {
    try {
      const { token } = await client.call('getImpact', { params })
      await client.call('publishDraft', { params, body: { version, token } })
    } catch (error) {
      await client.call('undoDraft', { params, body: { version } }).catch(() => undefined)
      throw error
    }
  }
  /** After a refusal the draft is looked at again: it may be another by now. */
  const run = (work: () => Promise<void>) =>
    call.run(() =>
      work().catch(async (error: unknown) => {
        await draft.refetch()
        throw error
      }),
    )
  const publish = (now: Draft, plan: TakePlan, isLast: boolean) =>
    run(async () => {
      const { key, version } = await enter(now, plan)
      await publishStep(version)
      if (isLast) await client.call('deleteView', { params: { ...params, id: view.id } })
      await Promise.all([
        queries.invalidateQueries({ queryKey: appKey(params.workspace) }),
        cache.refresh(view.form),
      ])
      message.success(t('takeDone', { name: plan.name }))
      onClose()
      void navigate(workspacePath(app, `/f/${view.form}?view=${key}`))
    })
  const keep = (now: Draft, plan: TakePlan) =>
    run(async () => {
      await enter(now, plan)
      message.success(t('takeInDraft', { name: plan.name }))
      onClose()
      void navigate(workspacePath(app, '/design'))
    })
  return { draft, call, publish, keep }
}
