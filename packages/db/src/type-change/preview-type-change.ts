import { suggestField, type Composite, type ConversionReading } from '@pipewright/compiler'
import {
  indexDefinition,
  isConvertible,
  typeChanges,
  workspaceCurrency,
  type Place,
} from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { definitionOf } from '../drafts/draft.ts'
import { loadDraft } from '../drafts/draft-state.ts'
import { measureTypeChange, type TypeChangeCount } from './measure-type-change.ts'
import { allOptionSets, readingFor } from './reading-for.ts'
import { storedValues, type ValueColumn } from './stored-values.ts'

export interface TypeChangeRequest extends Place {
  readonly member: string
  readonly field: string
  readonly to: Field['type']
}

export interface TypeChangePreview extends TypeChangeCount {
  /** The field as it would best be: with options and digits of the values that are there. */
  readonly field: Field
}

export type TypeChangeAnswer =
  | { readonly ok: true; readonly preview: TypeChangePreview }
  | { readonly ok: false; readonly problem: 'not-found' | 'not-convertible' }

/** Different texts beyond this many are not looked at: they are no list of options. */
const mostTexts = 5000

function fieldAt(
  definition: AppDefinition,
  { form, lineItems, field }: TypeChangeRequest,
): Field | undefined {
  return indexDefinition(definition)
    .fieldsOf(form, lineItems)
    .find(({ key }) => key === field)
}

async function textsOf(connection: Connection, column: ValueColumn): Promise<readonly string[]> {
  const texts = new Set<string>()
  for await (const rows of storedValues(connection, column)) {
    for (const { value } of rows) if (typeof value === 'string') texts.add(value)
    if (texts.size > mostTexts) break
  }
  return [...texts]
}

/** The forms that a relation to any of several names, the most named first. */
async function formsOf(connection: Connection, column: ValueColumn): Promise<readonly string[]> {
  const named = new Map<string, number>()
  for await (const rows of storedValues(connection, column))
    for (const { value } of rows) {
      const form = (value as Composite | null)?.['form']
      if (typeof form === 'string') named.set(form, (named.get(form) ?? 0) + 1)
    }
  return [...named].toSorted(([, a], [, b]) => b - a).map(([form]) => form)
}

const nothing: TypeChangeCount = { filled: 0, converts: 0, changes: 0, keeps: 0, examples: [], kept: [] }

/** What a field of a member's draft would become as one of another type, and what would become of its values. */
export async function previewTypeChange(
  connection: Connection,
  workspace: WorkspaceRef,
  request: TypeChangeRequest,
): Promise<TypeChangeAnswer> {
  const state = await loadDraft(connection, workspace, request.member)
  const draft = definitionOf(state)
  const published = state.published.definition
  const old = fieldAt(draft, request)
  if (old === undefined) return { ok: false, problem: 'not-found' }
  if (!Object.hasOwn(typeChanges, request.to) || !isConvertible(old.type, request.to))
    return { ok: false, problem: 'not-convertible' }
  const { form, lineItems, to: type } = request
  const place = lineItems === undefined ? { form } : { form, lineItems }
  const stored = fieldAt(published, request)
  const column = { schema: workspace.schema, place, column: request.field, live: false }
  const suggest = (texts: readonly string[], reading: ConversionReading) =>
    suggestField(old, type, texts, reading, workspaceCurrency(draft))
  if (stored === undefined || !isConvertible(stored.type, type)) {
    const back =
      stored?.type === type
        ? stored
        : suggest([], { optionSets: [], zone: 'UTC', locale: 'en', dateOrder: 'YMD', decimal: '.' })
    return { ok: true, preview: { field: back, ...nothing } }
  }
  const reading = await readingFor(connection, column, allOptionSets(published, draft))
  const given = stored.type === 'anyRelation' ? formsOf : textsOf
  const field = suggest(await given(connection, column), reading)
  const changed = { ...place, from: stored, to: field }
  const {
    reading: _reading,
    digest: _digest,
    ...counted
  } = await measureTypeChange(connection, workspace.schema, changed, {
    before: published,
    after: draft,
  })
  return { ok: true, preview: { field, ...counted } }
}
