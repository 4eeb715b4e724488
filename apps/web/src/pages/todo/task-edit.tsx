import { EditOutlined } from '@ant-design/icons'
import type { ToDoTask } from '@pipewright/contract'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Waiting } from '../../offline/waiting.ts'
import { useText } from '../../texts/use-text.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))
const WaitingEdit = lazy(async () => ({
  default: (await import('../../offline/waiting-edit.tsx')).WaitingEdit,
}))

/** Opens a task to change it, where it is: at the server, or here until it is sent. */
export function TaskEdit({ task, made }: { readonly task: ToDoTask; readonly made: Waiting | undefined }) {
  const text = useText()
  const [editing, setEditing] = useState(false)
  const close = () => setEditing(false)
  return (
    <>
      <Button
        type="text"
        icon={<EditOutlined />}
        aria-label={`${text('edit')}: ${task.title}`}
        title={text('edit')}
        onClick={() => setEditing(true)}
      />
      {editing && (
        <Suspense fallback={null}>
          {made === undefined ? (
            <TaskDialog task={task} onClose={close} />
          ) : (
            <WaitingEdit entry={made} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  )
}
