import type { RecordAnswer } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { oneRecordKey } from '../../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

/** Tells who left a record meanwhile that it was not saved, and leads back to what was typed; who is still there sees it. */
export function useTellNotSaved(form: string, id: string): () => void {
  const app = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const text = useText()
  const { notification } = useSay()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return () => {
    if (isHere.current) return
    const key = `not saved ${id}`
    const record = queries.getQueryData<RecordAnswer>(oneRecordKey(app.workspace.key, form, id))
    notification.warning({
      key,
      title: text('notSaved', { title: record?.title ?? '' }),
      description: text('notSavedHint'),
      placement: 'bottomRight',
      role: 'alert',
      duration: 0,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key)
            void navigate(workspacePath(app, `/f/${form}/${id}`))
          }}
        >
          {text('openRecord')}
        </Button>
      ),
    })
  }
}
