import type { Expression, Field, LocalizedText, RecordSearch } from '@pipewright/schemas'
import type { ResultLooks } from '../result-looks.ts'
import type { UseKind } from '../references/use-kind.ts'
import type { WindowOperator } from './window-operators.ts'

export type FieldGroup = 'text' | 'number' | 'date' | 'choice' | 'people' | 'relation' | 'file' | 'calculated'
export type ValueKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'list'
  | 'record'
  | 'rows'
export type Operator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'hasAny'
  | 'hasAll'
  | WindowOperator
  | 'coversDay'
  | 'overlapsDays'
  | 'withinMetres'
  | 'isEmpty'
  | 'notEmpty'

/** Something outside itself that a field names; `at` is the place inside the field. */
export type FieldMention = { at: readonly (string | number)[]; kind: UseKind } & (
  | { form: string }
  | { optionSet: string }
  | { role: string }
  /** A field of the form `of`. `relationHere`: must be a relation that points to the mentioning form. */
  | {
      path: string
      of: string
      lineItems?: string
      expects:
        | 'relationHere'
        | 'number'
        | 'ordered'
        | 'shown'
        | 'counted'
        | 'listed'
        | 'own'
        | 'ownRows'
        | 'ownLineItems'
        | 'oneValue'
        | 'sortable'
        | 'any'
    }
  /** A path that starts at the field's own record or row. */
  | {
      path: string
      expects:
        | 'lookedUp'
        | 'numbering'
        | 'settable'
        | 'settableHere'
        | 'ownRows'
        | 'ruledValue'
        | 'ownLineItems'
        | 'ownLinks'
        | 'editable'
        | 'ownLocation'
        | 'ownDay'
    }
  /** Without `of` its paths start at the field's own record (or row). */
  | {
      expression: Expression
      of?: string
      lineItems?: string
      assigned?: boolean
      /** Asks about a member who may be chosen. */
      candidate?: true
      /** The field it is held against, whose options it may name. */
      compared?: { form: string; path: string }
    }
)

/** What the choice of a new field's properties can lean on. */
export interface FieldSurroundings {
  form?: string
  relation?: string
  through?: string
  lineItems?: string
  currency?: string
  path?: string
  /** A lookup that searches instead of following relations. */
  find?: RecordSearch
  result?: ResultLooks
}

/** A field of a type with properties of its own from the start, offered beside the type itself. */
export interface FieldVariant<F extends Field> {
  readonly name: string
  readonly label: LocalizedText
  readonly description: LocalizedText
  readonly icon: string
  readonly words?: readonly string[]
  readonly properties: Partial<F>
}

/** Everything that differs by the type of a field, apart from drawing it and storing it. */
export interface FieldTypeSpec<F extends Field> {
  readonly type: F['type']
  readonly label: LocalizedText
  readonly description: LocalizedText
  readonly group: FieldGroup
  /** Name of an icon of the icon set. */
  readonly icon: string
  /** Further words under which it is looked for in the palette. */
  readonly words?: readonly string[]
  readonly variants?: readonly FieldVariant<F>[]
  /** For calculated fields it depends on the result: ask `valueKindOf`. */
  readonly valueKind: ValueKind
  /** Whether a person or a rule can set it. */
  readonly writable: boolean
  readonly sortable: boolean
  readonly searchable: boolean
  readonly groupable: boolean
  readonly summable: boolean
  readonly canBeUnique: boolean
  /** May stand inside line items. */
  readonly canBeColumn: boolean
  /** Operators that a condition can use on it. */
  readonly operators: readonly Operator[]
  /** Whether the table has a column for it (by the field alone; see `isVolatile` for what it leans on). */
  stored(field: F): boolean
  /** A new field of this type; a relation or rollup is only complete with its surroundings. */
  create(key: string, label: LocalizedText, surroundings?: FieldSurroundings): F
  references(field: F): FieldMention[]
}
