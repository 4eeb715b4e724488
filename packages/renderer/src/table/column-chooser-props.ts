export interface ColumnChooserProps {
  readonly form: string
  /** Chosen field paths in order. */
  readonly columns: readonly string[]
  readonly onChange: (columns: string[]) => void
}
