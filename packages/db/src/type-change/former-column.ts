import { indexDefinition, type Place } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { columnsOf } from '../publish/catalogue.ts'
import type { Connection } from '../connection/connection.ts'
import { loadRevision } from '../revisions/revisions.ts'

const longestName = 63

/** Name of the column that keeps the values a field had until a revision. Keys of fields never begin like that. */
export const formerColumn = (key: string, revision: number): string =>
  `_was_${revision}_${key}`.slice(0, longestName)

export interface FormerColumn {
  readonly name: string
  /** The field as it was when its values were put aside. */
  readonly field: Field
}

interface Scene {
  readonly tx: Connection
  readonly schema: string
}

/** The newest column that an earlier change of this field's type left behind with values of this type. */
export async function formerColumnOf(
  { tx, schema }: Scene,
  {
    form,
    lineItems,
    table,
    key,
    type,
  }: Place & { readonly table: string; readonly key: string; readonly type: Field['type'] },
): Promise<FormerColumn | undefined> {
  const present = await columnsOf(tx, schema, table)
  const revisions = [...present.keys()]
    .flatMap((name) => {
      const revision = Number(/^_was_(\d+)_/.exec(name)?.[1] ?? 0)
      return revision > 0 && formerColumn(key, revision) === name ? [revision] : []
    })
    .toSorted((a, b) => b - a)
  for (const revision of revisions) {
    // What the revision before had is what it put aside.
    const earlier = await loadRevision(tx, { key: schema, schema }, revision - 1)
    const fields = earlier === undefined ? [] : indexDefinition(earlier.definition).fieldsOf(form, lineItems)
    const field = fields.find((one) => one.key === key)
    if (field?.type === type) return { name: formerColumn(key, revision), field }
  }
  return undefined
}
