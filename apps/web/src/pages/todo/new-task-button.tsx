import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../texts/use-text.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))

/** Sets oneself or others to do something, about a record or about nothing in particular. */
export function NewTaskButton(props: { about?: { readonly form: string; readonly record: string } }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type={props.about === undefined ? 'primary' : 'default'}
        icon={<PlusOutlined />}
        onClick={() => setOpen(true)}
      >
        {text('taskNew')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <TaskDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
