import type { Values } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'

/** Opens a new record with some values; undefined where none may be made. */
export function useCreateWith({ key }: Form): ((values: Values) => void) | undefined {
  const app = useWorkspace()
  const navigate = useNavigate()
  if (app.rights[key]?.create !== true) return undefined
  return (values) => {
    const start = encodeURIComponent(JSON.stringify(values))
    void navigate(workspacePath(app, `/f/${key}/new?values=${start}`))
  }
}
