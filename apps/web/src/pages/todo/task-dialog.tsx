import type { ToDoTask } from '@pipewright/contract'
import { Button, Form, Modal } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { TaskFields } from './task-fields.tsx'
import { readWish, wishOf, type TaskWish } from './task-wish.ts'
import { useRefreshTodo } from './use-todo.ts'

interface TaskDialogProps {
  /** The task to change; without one, a new one is made. */
  readonly task?: ToDoTask
  /** What a new task is about. */
  readonly about?: { readonly form: string; readonly record: string }
  /** A new one is to remind of something. */
  readonly reminds?: boolean
  readonly onClose: () => void
}

/** Deletes a task as it is shown: what somebody changed meanwhile is said first. */
function useRemove(call: ReturnType<typeof useCall>) {
  const workspace = useWorkspace().workspace.key
  const refresh = useRefreshTodo()
  return async ({ id, version }: ToDoTask, onDone: () => void) => {
    const isDone = await call.run(async () => {
      await client.call('deleteTask', { params: { workspace, id }, query: { version: String(version) } })
      return true
    })
    refresh()
    if (isDone === true) onDone()
  }
}

/** A task as it is written: what, by when, by whom, how often, and when to be reminded. */
export function TaskDialog({ task, about, reminds = false, onClose }: TaskDialogProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const refresh = useRefreshTodo()
  const remove = useRemove(call)
  const [form] = Form.useForm<TaskWish>()
  const workspace = app.workspace.key
  const save = async (wish: TaskWish) => {
    const body = readWish(wish)
    const saved = await call.run(() =>
      task === undefined
        ? client.call('createTask', {
            params: { workspace },
            body: { ...body, form: about?.form ?? null, record: about?.record ?? null },
          })
        : client.call('updateTask', {
            params: { workspace, id: task.id },
            body: { ...body, version: task.version },
          }),
    )
    if (saved === undefined) return
    refresh()
    onClose()
  }
  return (
    <Modal
      open
      title={text(task === undefined ? 'taskNew' : 'taskEdit')}
      onCancel={onClose}
      okText={text(task === undefined ? 'create' : 'save')}
      cancelText={text('cancel')}
      confirmLoading={call.busy}
      onOk={() => form.submit()}
      footer={(buttons) => (
        <>
          {task !== undefined && (
            <Button danger type="text" onClick={() => void remove(task, onClose)}>
              {text('remove')}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form<TaskWish>
        form={form}
        layout="vertical"
        initialValues={wishOf(task, app.member.id, reminds)}
        onFinish={(wish) => void save(wish)}
      >
        <TaskFields about={task?.form ?? about?.form} />
      </Form>
    </Modal>
  )
}
