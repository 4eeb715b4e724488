import type { LabelledScope, NameSuggestion, TracedPart } from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'
import type { Ref } from 'react'

/** A finding as the editor shows it under its characters. */
export interface CodeProblem {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly suggestions: readonly NameSuggestion[]
}

/** What can be done with the editor from outside. */
export interface CodeHandle {
  /** Writes at the caret; a function gets its brackets, with the caret between them. */
  insert(text: string, isFunction: boolean): void
  replace(from: number, to: number, text: string): void
  /** Marks a stretch of text, and brings the caret to it when asked. */
  show(from: number, to: number, focus: boolean): void
}

export interface FormulaCodeProps {
  readonly label: string
  readonly describedBy: string
  readonly text: string
  readonly placeholder: string
  readonly locale: Locale
  readonly scope: LabelledScope
  readonly problems: readonly CodeProblem[]
  /** What each part gives for the record that was chosen. */
  readonly parts: readonly TracedPart[]
  readonly tell: (part: TracedPart) => string
  readonly large: boolean
  readonly onText: (text: string) => void
  readonly onCaret: (caret: number) => void
  readonly onBlur: () => void
  readonly handle: Ref<CodeHandle>
}
