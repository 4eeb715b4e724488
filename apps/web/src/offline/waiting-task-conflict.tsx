import type { ToDoTask } from '@pipewright/contract'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useText } from '../texts/use-text.ts'
import { changeOf, mergeTask, withChange, type TaskAspect, type TaskChange } from './task-changes.ts'
import { useOfflineText } from './use-offline-text.ts'
import { useTheirTask } from './use-their-task.ts'
import { useTaskWords } from './use-task-words.ts'
import type { ConflictProps } from './waiting-conflict.tsx'
import { waitingStore } from './waiting-store.ts'

interface SidesProps {
  readonly aspect: TaskAspect
  readonly mine: ToDoTask
  readonly theirs: ToDoTask
  readonly takesTheirs: boolean
  readonly onChoose: (theirs: boolean) => void
}

function Sides({ aspect, mine, theirs, takesTheirs, onChoose }: SidesProps) {
  const text = useOfflineText()
  const { labelOf, wordsOf } = useTaskWords()
  return (
    <fieldset className="waiting-sides">
      <legend>{labelOf(aspect)}</legend>
      <Radio.Group
        aria-label={labelOf(aspect)}
        value={takesTheirs ? 'theirs' : 'mine'}
        onChange={(event) => onChoose(event.target.value === 'theirs')}
      >
        <Radio value="mine">
          <span className="quiet">{text('taskMine')}</span> {wordsOf(mine, aspect)}
        </Radio>
        <Radio value="theirs">
          <span className="quiet">{text('taskTheirs')}</span> {wordsOf(theirs, aspect)}
        </Radio>
      </Radio.Group>
    </fieldset>
  )
}

/** Others changed the same of a task meanwhile: mine or theirs, for each of it. */
export function WaitingTaskConflict({ entry, onClose, onSend }: ConflictProps) {
  const shell = useText()
  const text = useOfflineText()
  const theirs = useTheirTask(entry, onClose)
  const [theirOnes, takeTheirs] = useState<ReadonlySet<TaskAspect>>(new Set())
  if (theirs === null) return null
  const { version: _seen, ...change } = entry.body as TaskChange & { version: number }
  const base = entry.task ?? theirs
  const wish = withChange(base, change)
  const merged = mergeTask(base, change, theirs)
  const choose = (aspect: TaskAspect, theirOne: boolean) => {
    const others = [...theirOnes].filter((one) => one !== aspect)
    takeTheirs(new Set(theirOne ? [...others, aspect] : others))
  }
  const settle = async () => {
    onClose()
    const mine = merged.mine.filter((aspect) => !theirOnes.has(aspect))
    if (mine.length === 0) return waitingStore.settle(entry.id, (rest) => rest)
    const body = { ...changeOf(wish, mine), version: theirs.version }
    const key = crypto.randomUUID()
    await waitingStore.put({ ...entry, body, task: theirs, key, tried: null, trouble: null })
    await onSend()
    return undefined
  }
  return (
    <Modal
      open
      title={text('taskConflictTitle')}
      okText={shell('save')}
      cancelText={shell('cancel')}
      onOk={() => void settle()}
      onCancel={onClose}
    >
      <p className="quiet">{text('taskConflictHint')}</p>
      {merged.contested.map((aspect) => (
        <Sides
          key={aspect}
          aspect={aspect}
          mine={wish}
          theirs={theirs}
          takesTheirs={theirOnes.has(aspect)}
          onChoose={(theirOne) => choose(aspect, theirOne)}
        />
      ))}
    </Modal>
  )
}
