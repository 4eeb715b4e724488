import type { ToDoTask } from '@pipewright/contract'
import { Modal } from 'antd'
import { differing } from './task-changes.ts'
import { useOfflineText } from './use-offline-text.ts'
import { useTaskWords } from './use-task-words.ts'
import { useTheirTask } from './use-their-task.ts'
import type { ConflictProps } from './waiting-conflict.tsx'
import { waitingStore } from './waiting-store.ts'

/** What others changed of a task, part by part. */
function Changes({ base, theirs }: { readonly base: ToDoTask; readonly theirs: ToDoTask }) {
  const text = useOfflineText()
  const { labelOf, wordsOf } = useTaskWords()
  return differing(base, theirs).map((aspect) => (
    <dl key={aspect} className="waiting-changes">
      <dt>{labelOf(aspect)}</dt>
      <dd>
        <span className="quiet">{text('removalWas')}</span> <del>{wordsOf(base, aspect)}</del>
      </dd>
      <dd>
        <span className="quiet">{text('removalIs')}</span> {wordsOf(theirs, aspect)}
      </dd>
    </dl>
  ))
}

/** Others changed a task that was removed here: it goes as it is now, or stays. */
export function WaitingRemovalConflict({ entry, onClose, onSend }: ConflictProps) {
  const text = useOfflineText()
  const theirs = useTheirTask(entry, onClose)
  if (theirs === null) return null
  const keep = async () => {
    onClose()
    await waitingStore.settle(entry.id, (rest) => rest)
  }
  const remove = async () => {
    onClose()
    const body = { version: String(theirs.version) }
    const key = crypto.randomUUID()
    await waitingStore.put({ ...entry, body, task: theirs, key, tried: null, trouble: null })
    await onSend()
  }
  return (
    <Modal
      open
      title={text('removalTitle')}
      okText={text('removeIt')}
      okButtonProps={{ danger: true }}
      cancelText={text('keepIt')}
      cancelButtonProps={{ onClick: () => void keep() }}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      <p className="quiet">{text('removalHint')}</p>
      <Changes base={entry.task ?? theirs} theirs={theirs} />
    </Modal>
  )
}
