import type { RecordAnswer, Values } from '@pipewright/contract'

export interface QuickCreateProps {
  readonly form: string
  readonly open: boolean
  readonly values?: Values
  readonly onCreated: (record: RecordAnswer) => void
  readonly onCancel: () => void
}

/** A small dialog with the fields of quick entry; saves through the environment's `createRecord`. */
export function QuickCreate(_props: QuickCreateProps) {
  return null
}
