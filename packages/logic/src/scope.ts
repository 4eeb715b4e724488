import { DATE, DATE_TIME, DEPARTMENT_FORM, MEMBER_FORM, listOf, recordOf } from './value-type.ts'
import type { ValueType } from './value-type.ts'

export interface ScopeField {
  readonly path: readonly string[]
  readonly label: string
  readonly type: ValueType
}

/** A form whose records a formula can look through. */
export interface ScopeForm {
  readonly key: string
  /** Everything it is called; the first name is the one that is written. */
  readonly names: readonly string[]
  fields(): readonly ScopeField[]
}

/** The fields an expression may use. `$me`, `$department`, `$team`, `$departments`, `$today` and `$now` are always known and need no entry. */
export interface Scope {
  resolve(path: readonly string[]): ValueType | undefined
  fields(): readonly ScopeField[]
  /** Type of one value of another form's column: its key, then the path. Without it columns cannot be used here. */
  column?(path: readonly string[]): ValueType | undefined
  /** The forms whose columns can be named. */
  forms?(): readonly ScopeForm[]
  /**
   * The key of an option of a choice, by its key or by a label in any language; null where the field has options and none
   * is so called, undefined where it has none or takes others too.
   */
  option?(path: readonly string[], text: string): string | null | undefined
  /** As `option`, of another form's column. */
  columnOption?(path: readonly string[], text: string): string | null | undefined
  /** The expression will run as SQL: what has none is refused at once. */
  readonly asSql?: boolean
}

/** Scope that also knows how options are called, for sentences. */
export interface LabelledScope extends Scope {
  /** What a path is called that `fields` does not list, such as one over several relations. */
  pathLabel?(path: readonly string[]): string | undefined
  optionLabel?(path: readonly string[], key: string): string | undefined
  columnOptionLabel?(path: readonly string[], key: string): string | undefined
}

const contextTypes: ReadonlyMap<string, ValueType> = new Map([
  ['$me', recordOf(MEMBER_FORM)],
  ['$department', recordOf(DEPARTMENT_FORM)],
  ['$team', listOf(recordOf(MEMBER_FORM))],
  ['$departments', listOf(recordOf(DEPARTMENT_FORM))],
  ['$today', DATE],
  ['$now', DATE_TIME],
])

/** Type of a name of the context such as `$me` or `$today`; undefined for every other path. */
export function contextType(path: readonly string[]): ValueType | undefined {
  return path.length === 1 ? contextTypes.get(path[0] as string) : undefined
}

/** A scope over a plain list of fields. */
export function scopeOf(fields: readonly ScopeField[]): Scope {
  const types = new Map(fields.map((field) => [field.path.join('.'), field.type]))
  return { resolve: (path) => types.get(path.join('.')), fields: () => fields }
}
