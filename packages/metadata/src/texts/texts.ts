import type { Field } from '@pipewright/schemas'
import type { Change, FieldProperty, FormProperty, LayoutProperty, OptionChanges } from '../diff/change.ts'
import type { DocumentKey } from '../documents.ts'
import type { ProblemCode, ProblemParams, TargetWord } from '../problem.ts'
import type { ExpectationName } from '../references/expectation.ts'
import type { UseKind } from '../references/use-kind.ts'

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>

export interface Words {
  targets: { readonly [W in TargetWord]: string }
  expectations: { readonly [E in ExpectationName]: string }
  fieldProperties: { readonly [P in FieldProperty]: string }
  formProperties: { readonly [P in FormProperty]: string }
  layoutProperties: { readonly [P in LayoutProperty]: string }
  documents: { readonly [K in Exclude<DocumentKey, 'form'>]: string }
  /** Types of field inside a sentence. */
  fieldTypes: { readonly [T in Field['type']]: string }
}

export type ProblemTexts = { readonly [C in ProblemCode]: (params: ProblemParams[C]) => string }

/** The place that uses something; `name` is the name of the document or part in quotes. */
export type UseTexts = { readonly [K in UseKind]: (name: string) => string }

export type ChangeTexts = {
  readonly [T in Change['type']]: (change: ChangeOf<T>) => string
}

export interface Texts {
  problems: ProblemTexts
  uses: UseTexts
  changes: ChangeTexts
  options: (changes: OptionChanges) => string
}
