import type { LocalizedText, Option } from '@pipewright/schemas'

/** The field that options depend on, with what it offers. */
export interface OptionsAbove {
  readonly label: LocalizedText
  readonly options: readonly Option[]
}
