import type { FormRights, JsonValue, MergePreview, RecordAnswer } from '@pipewright/contract'
import { combined, isMerged, isNothing, usualChoice, withoutMerged } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'

export type Choices = Readonly<Record<string, string>>

/** What is wrong with merging the records this way. */
export type MergeObstacle = 'mayNotKeep' | 'mayNotDelete' | 'isLocked' | 'gone'

/** Fields that may be chosen: those that differ, and those that are the same. */
export function mergedFields(form: Form, rights: FormRights | undefined, records: readonly RecordAnswer[]) {
  const open = form.fields.filter((field) => isMerged(field) && rights?.fields[field.key] === 'write')
  const isSame = ({ key }: Field): boolean =>
    new Set(records.map(({ values }) => JSON.stringify(isNothing(values[key]) ? null : values[key]))).size < 2
  return {
    different: open.filter((field) => !isSame(field)),
    same: open.filter((field) => isSame(field) && !isNothing(records[0]?.values[field.key])),
  }
}

/** The records as they can be merged: none names itself or one that goes, or would come to lie below itself by what it has. */
export function mergeable(
  form: Form,
  records: readonly RecordAnswer[],
  back: MergePreview['back'] = [],
): RecordAnswer[] {
  const ids = new Set<unknown>(records.map(({ id }) => id))
  const fields = new Map(form.fields.map((field) => [field.key, field]))
  return records.map((record) => ({
    ...record,
    values: Object.fromEntries(
      Object.entries(record.values).map(([key, value]) => {
        const field = fields.get(key)
        if (back.some((one) => one.id === record.id && one.field === key)) return [key, null]
        return [key, field === undefined ? value : (withoutMerged(field, value, ids) as JsonValue)]
      }),
    ),
  }))
}

/** The record that stays first, as the choice of what is usual asks for them. */
export const inOrder = (survivor: string, records: readonly RecordAnswer[]): RecordAnswer[] => [
  ...records.filter(({ id }) => id === survivor),
  ...records.filter(({ id }) => id !== survivor),
]

/** What was chosen for a field, else what is usual. */
export const choiceOf = (
  field: Field,
  survivor: string,
  records: readonly RecordAnswer[],
  chosen: Choices,
): string => chosen[field.key] ?? usualChoice(field, inOrder(survivor, records))

/** What all records have there together. */
export const togetherIn = (field: Field, survivor: string, records: readonly RecordAnswer[]): JsonValue =>
  (combined(
    field,
    inOrder(survivor, records).map(({ values }) => values[field.key]),
  ) ?? null) as JsonValue

/** The choices that are sent: those of fields that differ, so that what was seen is what is done. */
export const sentChoices = (
  fields: readonly Field[],
  survivor: string,
  records: readonly RecordAnswer[],
  chosen: Choices,
): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.key, choiceOf(field, survivor, records, chosen)]))

/** The record that is kept by itself: one that the others could not be deleted into, else the one that says most. */
export function usualSurvivor(records: readonly RecordAnswer[], first?: string): string {
  const open = records.filter(({ may }) => may?.update !== false)
  const bound = open.filter(({ may }) => may?.delete === false)
  const candidates = bound.length > 0 ? bound : open
  if (first !== undefined && candidates.some(({ id }) => id === first)) return first
  const filled = ({ values }: RecordAnswer) =>
    Object.values(values).filter((value) => !isNothing(value)).length
  const [best] = candidates.toSorted((one, other) => filled(other) - filled(one))
  return best?.id ?? records[0]?.id ?? ''
}

/** Why the records cannot become this one, with the record in the way. */
export function obstacleOf(
  survivor: string,
  records: readonly RecordAnswer[],
): { readonly why: MergeObstacle; readonly title: string } | undefined {
  for (const { id, title, may, locked_by, deleted_at } of records) {
    if (deleted_at !== null) return { why: 'gone', title }
    if (locked_by !== null) return { why: 'isLocked', title }
    if (id === survivor && may?.update === false) return { why: 'mayNotKeep', title }
    if (id !== survivor && may?.delete === false) return { why: 'mayNotDelete', title }
  }
  return undefined
}
