import type { Expression, LocalizedText, TableSettings } from '@pipewright/schemas'
import type { ComponentType } from 'react'

/** Words that people read, typed in by whoever arranges the table. */
export interface WordsProps {
  readonly label: string
  readonly value: LocalizedText
  readonly onCommit: (text: LocalizedText) => void
}

export interface WhichProps {
  readonly form: string
  readonly label: string
  /** Null: every record. */
  readonly value: Expression | null
  /** What it means to have no condition. */
  readonly text: string
  readonly onCommit: (condition: Expression | null) => void
}

/** What differs between a member at his list and a builder at the view of an app. */
export interface SettingsParts {
  readonly Words: ComponentType<WordsProps>
  readonly Which: ComponentType<WhichProps>
}

export interface SettingsProps {
  readonly form: string
  readonly settings: TableSettings
  readonly onChange: (change: TableSettings) => void
  readonly parts: SettingsParts
}

/** What is set of a table and its columns. */
export interface ArrangeProps extends Omit<SettingsProps, 'parts'> {
  readonly columns: readonly string[]
  /** Rows under one another have no groups, and no columns or heights of their own. */
  readonly tree?: boolean
}
