import { CheckOutlined } from '@ant-design/icons'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { isTicked, type TaskWaiting } from '../../offline/waiting-tasks.ts'
import { waitingStore } from '../../offline/waiting-store.ts'
import { isLost } from '../../queries/connection.ts'
import { useText } from '../../texts/use-text.ts'
import { useTodoAct } from './use-todo.ts'

/** Ticks a task off, and says how to take that back; one that waits to be sent is simply not sent. */
function useTick(id: string, waiting: TaskWaiting): () => Promise<void> {
  const text = useText()
  const act = useTodoAct()
  const { message } = useSay()
  return async () => {
    const { tick } = waiting
    if (isTicked(waiting) && tick?.tried === null) return waitingStore.settle(tick.id, (rest) => rest)
    if (!(await act.complete(id, !isTicked(waiting)))) return undefined
    // It stays where it is then, and shows what was done.
    if (isLost() || isTicked(waiting)) return undefined
    const key = `done ${id}`
    const back = () => {
      message.destroy(key)
      void act.complete(id, false)
    }
    message.success({
      key,
      content: (
        <>
          {text('taskDone')}
          <Button type="link" size="small" onClick={back}>
            {text('undo')}
          </Button>
        </>
      ),
    })
    return undefined
  }
}

interface TaskTickProps {
  readonly id: string
  readonly title: string
  readonly waiting: TaskWaiting
}

/** The round box of a task; ticked, it waits to be sent and can be opened again. */
export function TaskTick({ id, title, waiting }: TaskTickProps) {
  const text = useText()
  const tick = useTick(id, waiting)
  const ticked = isTicked(waiting)
  return (
    <Button
      shape="circle"
      type={ticked ? 'primary' : 'default'}
      icon={<CheckOutlined className={ticked ? undefined : 'todo-tick'} />}
      aria-label={`${text('todoDone')}: ${title}`}
      aria-pressed={ticked}
      title={text('todoDone')}
      onClick={() => void tick()}
    />
  )
}
