import type { AppDefinition, Field, RollupField } from '@pipewright/schemas'
import { dependencies, type Expression } from '@pipewright/logic'

/** A rollup over the records that its own record names in a relation to many. */
export interface LinkedRollup {
  readonly form: string
  readonly field: RollupField
}

/** Names what it comes to among everything a write can need; the id beside it is the list, as JSON. */
export const linkedName = (form: string, rollup: string): string => `linked ${form}.${rollup}`

export const linkedRollups = (definition: AppDefinition): ReadonlyMap<string, LinkedRollup> =>
  new Map(
    definition.forms.flatMap(({ key, fields }) =>
      fields.flatMap((field): [string, LinkedRollup][] =>
        field.type === 'rollup' && field.through !== undefined
          ? [[linkedName(key, field.key), { form: key, field }]]
          : [],
      ),
    ),
  )

/** What rollups over own rows, or of a row over those inside it, ask of the rows they sum up. */
export function ownRollupExpressions(
  { fields }: { readonly fields: readonly Field[] },
  rows: string,
): Expression[] {
  return fields.flatMap((field): Expression[] => {
    if (field.type === 'lineItems') return ownRollupExpressions(field, rows)
    if (field.type !== 'rollup' || field.lineItems !== rows) return []
    return [field.filter ?? [], field.orderBy === undefined ? [] : { var: field.orderBy.field }].flat()
  })
}

/** What filters read beyond the named records: it is looked at, and held, when the list changes. */
export const linkedExpressions = ({ fields }: Pick<AppDefinition['forms'][number], 'fields'>): Expression[] =>
  fields.flatMap((field) =>
    field.type === 'rollup' && field.through !== undefined
      ? dependencies(field.filter ?? null)
          .filter((path) => path.length > 1 && path[0]?.startsWith('$') !== true)
          .map((path): Expression => ({ var: [field.through, ...path].join('.') }))
      : [],
  )
