import type { Field } from '@pipewright/schemas'
import type { Issue, IssueCode, IssueParams } from '../issue.ts'
import type { FieldValue } from '../value.ts'
import type { EntryDay } from './day-limits.ts'

/** What a checker needs to know besides field and value. */
export interface CheckPlace {
  /** RFC 6901 pointer of the value. */
  readonly pointer: string
  /** Keys of options that may be chosen now. */
  readonly options?: ReadonlySet<string>
  /** What is stored now; an option that went out of use may stay. */
  readonly old?: FieldValue | undefined
  /** When somebody enters it; days have limits only then. */
  readonly entry?: EntryDay | undefined
}

export type Checked =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Normalises and checks one value that is not null; null is empty for every type. */
export type ValueChecker<F extends Field> = (field: F, value: unknown, place: CheckPlace) => Checked

export const accept = (value: FieldValue): Checked => ({ ok: true, value })

export function refuse(place: CheckPlace, code: IssueCode, params?: IssueParams): Checked {
  const found =
    params === undefined ? { pointer: place.pointer, code } : { pointer: place.pointer, code, params }
  return { ok: false, issues: [found] }
}
