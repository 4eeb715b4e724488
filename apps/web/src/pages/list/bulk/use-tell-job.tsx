import type { BulkJob } from '@pipewright/contract'
import { buttonsOf } from '@pipewright/metadata'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { isUndoable } from '../../../undo/is-undoable.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'
import { useWarnings } from '../../use-warnings.tsx'
import { refusedTexts, toldOf } from './told-texts.ts'

const shownSeconds = 8

/** Says whose the records are now, or that something else of them was edited. */
function useEdited(): (job: BulkJob) => string {
  const { people } = useWorkspace()
  const text = useText()
  return ({ action, done }) => {
    const owner = toldOf(action) === 'assign' && action.type === 'edit' ? action.owner : undefined
    const name = people.find(({ id }) => id === owner)?.name
    return name === undefined
      ? text('manyEdited', { count: done })
      : text('manyAssigned', { count: done, name })
  }
}

/** Says beside the page what came of few records that were changed at once. */
export function useTellJob(onOpen: (job: BulkJob) => void, onUndoDelete: () => void) {
  const { workspace, definition } = useWorkspace()
  const text = useText()
  const warn = useWarnings()
  const offerUndo = useOfferUndo()
  const editedOf = useEdited()
  const { message } = useSay()
  const resultsOf = (job: BulkJob, which: 'refused' | 'warned') =>
    client.call('listBulkResults', { params: { workspace: workspace.key, id: job.id }, query: { which } })
  const withLink = (said: string, label: string, go: () => void) => (
    <>
      {said}{' '}
      <Button type="link" size="small" onClick={go}>
        {label}
      </Button>
    </>
  )
  const tellRefused = async (job: BulkJob) => {
    const { records } = await resultsOf(job, 'refused')
    const refusal = records[0]?.refusal
    const why = [refusal?.message, ...(refusal?.errors ?? []).map((error) => error.message)]
    const said = [text(refusedTexts[toldOf(job.action)], { count: job.refused }), ...why]
      .filter(Boolean)
      .join(' ')
    message.warning({
      duration: shownSeconds,
      content: withLink(said, text('bulkShowResult'), () => onOpen(job)),
    })
  }
  /** What one button did to many. */
  const tellPressed = ({ id, form, action, done }: BulkJob) => {
    const said = text('manyPressed', { count: done })
    const buttons = definition.forms.filter(({ key }) => key === form).flatMap(buttonsOf)
    const pressed = buttons.find(({ key }) => action.type === 'button' && key === action.button)
    if (pressed !== undefined && isUndoable(pressed, true)) offerUndo(said, id)
    else message.success(said)
  }
  const tellDone = (job: BulkJob) => {
    const { id, done } = job
    const { type } = job.action
    if (type === 'delete')
      message.success({
        duration: shownSeconds,
        content: withLink(text('manyDeleted', { count: done }), text('undo'), onUndoDelete),
      })
    else if (type === 'edit') offerUndo(editedOf(job), id)
    else if (type === 'button') tellPressed(job)
    else if (type === 'restore') offerUndo(text('bulkRestored', { count: done }), id)
    // Nothing takes it back in one step, which was said before it began.
    else if (type === 'submit') message.success(text('manySubmitted', { count: done }))
  }
  return async (job: BulkJob) => {
    if (job.refused > 0) await tellRefused(job)
    if (job.done > 0) tellDone(job)
    if (job.warned > 0) warn((await resultsOf(job, 'warned')).records.flatMap(({ warnings }) => warnings))
  }
}
