import { Alert } from 'antd'
import { useRecalculation } from '../queries/recalculations.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'

/** Says that calculated values of a form are still being brought up to date, and how many records are left. */
export function RecalculationNotice({ form }: { readonly form: string }) {
  const { workspace } = useWorkspace()
  const text = useText()
  const open = useRecalculation(workspace.key, form)
  if (open === undefined) return null
  const lines = [
    ...(open.left > 0 ? [text('recalculating', { count: open.left })] : []),
    ...(open.failed > 0 ? [text('recalculationFailed', { count: open.failed })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <Alert
      type={open.failed > 0 ? 'warning' : 'info'}
      role="status"
      showIcon
      title={lines[0]}
      description={lines[1]}
      style={{ marginBottom: 16 }}
    />
  )
}
