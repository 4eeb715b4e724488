import type { Import } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { useUndoChange } from '../../undo/use-undo-change.tsx'

/** Takes an import back as one step: what it made goes to the recycle bin, what it changed becomes what it was. */
export function UndoImport({ job }: { job: Import }) {
  const text = useText()
  const undo = useUndoChange()
  const [state, setState] = useState<'done' | 'undoing' | 'undone'>('done')
  const { change } = job
  if (change === null) return null
  const takeBack = async () => {
    setState('undoing')
    setState((await undo(change)) ? 'undone' : 'done')
  }
  return (
    <Popconfirm
      title={text('importUndoAsk')}
      description={text('importUndoMeans')}
      okText={text('importUndo')}
      cancelText={text('cancel')}
      onConfirm={() => void takeBack()}
      disabled={state !== 'done'}
    >
      <Button icon={<Icon name="undo" />} loading={state === 'undoing'} disabled={state === 'undone'}>
        {text(state === 'undone' ? 'importUndone' : 'importUndo')}
      </Button>
    </Popconfirm>
  )
}
