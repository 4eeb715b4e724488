import type { Expression, LocalizedText } from '@pipewright/schemas'
import type { DefinitionIndex } from '../definition-index.ts'
import type { Place } from '../find-field.ts'
import { type Segment, toPointer } from '../pointer.ts'
import type { Expectation } from './expectation.ts'
import type { UseKind } from './use-kind.ts'
import type { VariableScope } from './variable-scope.ts'

export type DocumentKind =
  | 'form'
  | 'optionSet'
  | 'view'
  | 'workflow'
  | 'report'
  | 'dashboard'
  | 'role'
  | 'navigation'

export interface DocumentName {
  kind: DocumentKind
  key: string
}

/** What is mentioned. */
export type Target =
  | { kind: 'field'; from: Place; path: string; expects: Expectation }
  | { kind: 'option'; from: Place; path: string; option: string }
  | { kind: 'form' | 'optionSet' | 'view' | 'report' | 'dashboard' | 'role'; key: string }
  /** A `$…` name that means nothing where it stands. */
  | { kind: 'variable'; name: string }

/** One mention of one part of a definition by another. */
export interface Reference {
  /** Where it stands, RFC 6901 into the definition. */
  pointer: string
  kind: UseKind
  /** The document it stands in, and how people call the place. */
  document: DocumentName
  label: LocalizedText
  target: Target
}

/** A path with the place it starts from. */
export interface FieldName {
  from: Place
  path: string
}

/** An expression of a definition, what it may name, and the field that takes its value where there is one. */
export interface PlacedExpression {
  /** Where it stands, RFC 6901 into the definition. */
  pointer: string
  kind: UseKind
  document: DocumentName
  label: LocalizedText
  expression: Expression
  scope: VariableScope
  assignedTo?: FieldName
  /** The field it is a property of. */
  owner?: FieldName
}

/** Where the walk through a definition stands. */
export interface Walk {
  readonly index: DefinitionIndex
  readonly document: DocumentName
  readonly label: LocalizedText
  readonly found: Reference[]
  readonly expressions: PlacedExpression[]
}

export function mention(walk: Walk, at: readonly Segment[], kind: UseKind, target: Target): void {
  const { document, label } = walk
  walk.found.push({ pointer: toPointer(at), kind, document, label, target })
}

/** Mentions every path of a list of paths. */
export function mentionFields(
  walk: Walk,
  at: readonly Segment[],
  kind: UseKind,
  list: { from: Place; paths: readonly string[] | undefined; expects: Expectation },
): void {
  const { from, paths, expects } = list
  for (const [position, path] of (paths ?? []).entries())
    mention(walk, [...at, position], kind, { kind: 'field', from, path, expects })
}
