import { useEffect, type ComponentType } from 'react'
import { hold } from './hold.ts'
import type { WaitingEditProps } from './use-keep.ts'
import { useSend } from './use-waiting.ts'
import type { Waiting, WaitingRoute } from './waiting.ts'
import { WaitingComment } from './waiting-comment.tsx'
import { WaitingFollowUp } from './waiting-follow-up.tsx'
import { WaitingForm } from './waiting-form.tsx'
import { WaitingMail } from './waiting-mail.tsx'
import { WaitingTask } from './waiting-task.tsx'

const editors: Readonly<Record<WaitingRoute, ComponentType<WaitingEditProps> | null>> = {
  createRecord: WaitingForm,
  updateRecord: WaitingForm,
  createComment: WaitingComment,
  logFollowUp: WaitingFollowUp,
  sendRecordMail: WaitingMail,
  createTask: WaitingTask,
  // It is changed where it stands, by what it is now.
  updateTask: null,
  deleteTask: null,
  completeTask: null,
  snoozeTodo: null,
  // Taken back, it is decided anew where it stands.
  decideTask: null,
  uploadFile: null,
}

/** What may be typed anew here: what the server has not seen, unless others have to be heard first. */
export const mayEdit = ({ route, tried, trouble }: Waiting): boolean =>
  tried === null && trouble?.kind !== 'conflict' && editors[route] !== null

/** Corrects what waits. It is not sent meanwhile, and goes when that is done. */
export function WaitingEdit(props: WaitingEditProps) {
  const { id, route } = props.entry
  const send = useSend()
  useEffect(() => {
    const release = hold(id)
    return () => void release().then(send, send)
  }, [id, send])
  const Editor = editors[route]
  return Editor === null ? null : <Editor {...props} />
}
