import type { ColumnChooserProps } from './column-chooser-props.ts'

export function ColumnChooser(_props: ColumnChooserProps) {
  return null
}
