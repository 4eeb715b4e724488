import type { ConflictDialogProps } from './conflict-dialog-props.ts'

export function ConflictDialog(_props: ConflictDialogProps) {
  return null
}
