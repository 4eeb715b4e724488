import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'

export function useOpenRecord({ key }: Form): (record: RecordAnswer) => void {
  const app = useWorkspace()
  const navigate = useNavigate()
  return ({ id }) => void navigate(workspacePath(app, `/f/${key}/${id}`))
}
