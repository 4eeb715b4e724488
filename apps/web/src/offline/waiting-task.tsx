import { Button, Form, Modal } from 'antd'
import { TaskFields } from '../pages/todo/task-fields.tsx'
import { readWish, wishOf, type TaskWish } from '../pages/todo/task-wish.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useDiscard } from './use-discard.ts'
import { useKeep, type WaitingEditProps } from './use-keep.ts'
import { useOfflineText } from './use-offline-text.ts'
import { WaitingMark } from './waiting-mark.tsx'
import { madeTask } from './waiting-tasks.ts'

/** Changes a task that waits to be sent, or takes it back. */
export function WaitingTask(props: WaitingEditProps) {
  const { entry, onClose } = props
  const me = useWorkspace().member.id
  const text = useText()
  const waits = useOfflineText()
  const keep = useKeep(props)
  const discard = useDiscard()
  const [form] = Form.useForm<TaskWish>()
  const task = madeTask(entry, me)
  const save = (wish: TaskWish) => {
    const written = readWish(wish)
    return keep(written, written.title)
  }
  return (
    <Modal
      open
      title={text('taskEdit')}
      okText={text('save')}
      cancelText={text('cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
      footer={(buttons) => (
        <>
          <Button danger type="text" onClick={() => discard(entry, entry.title, onClose)}>
            {waits('discard')}
          </Button>
          {buttons}
        </>
      )}
    >
      <p>
        <WaitingMark entry={entry} />
      </p>
      <Form<TaskWish>
        form={form}
        layout="vertical"
        initialValues={wishOf(task, me)}
        onFinish={(wish) => void save(wish)}
      >
        <TaskFields about={task.form} />
      </Form>
    </Modal>
  )
}
