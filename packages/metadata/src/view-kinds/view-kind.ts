import type { View } from '@pipewright/schemas'
import type { Expectation } from '../references/expectation.ts'
import type { UseKind } from '../references/use-kind.ts'

/** Fields a kind of view is made of, besides what it shows. */
export type ViewSetting = 'groupBy' | 'lanes' | 'start' | 'end' | 'colorBy' | 'picture' | 'parent' | 'place'

/** One way to show the records of a form. */
export interface ViewKind {
  /** Without these there is nothing to draw. */
  readonly required: readonly ViewSetting[]
  readonly optional: readonly ViewSetting[]
  /** What it shows are columns, not facts on a card. */
  readonly columns?: true
  /** Adds up numbers. */
  readonly sums?: true
  /** What it may show at first. */
  readonly spans?: readonly NonNullable<View['span']>[]
  /** Keeps an order of its own, so that the order of the view says nothing. */
  readonly ordered?: true
}

export interface ViewSettingSpec {
  readonly use: UseKind
  expects(form: string): Expectation
}
