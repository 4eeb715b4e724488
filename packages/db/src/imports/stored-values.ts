import { checkInput, mayReadField, sameValue, type CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import { writeSceneOf } from '../records/write-scene-of.ts'
import type { ReadRow } from './read-file-rows.ts'
import type { RowTarget } from './row-targets.ts'

/** Whether a value is the one that the record of a row has now; undefined where that is not to be known. */
export type IsStored = (field: string, value: unknown) => boolean | undefined

/** By rows of the file, what the records hold that they name. */
export type StoredValues = (
  connection: Connection,
  rows: readonly ReadRow[],
  fields: readonly string[],
) => Promise<ReadonlyMap<number, IsStored>>

const atOnce = 500

/** Reads what records hold that rows name, as far as the importer may read it. */
export function storedValues(
  scene: Scene,
  form: CompiledForm,
  targetsOf: (connection: Connection, rows: readonly ReadRow[]) => Promise<readonly RowTarget[]>,
): StoredValues {
  const writing = writeSceneOf(scene, form, false)
  const rights = scene.rights.forms[form.key]
  return async (connection, rows, fields) => {
    const columns = fields.filter((key) => rights !== undefined && mayReadField(rights, key))
    const targets = await targetsOf(connection, rows)
    const named = rows.flatMap(({ row }, position) => {
      const target = targets[position]
      return target?.kind === 'record' ? [{ row, id: target.id }] : []
    })
    const found = new Map<number, IsStored>()
    for (let from = 0; columns.length > 0 && from < named.length; from += atOnce) {
      const some = named.slice(from, from + atOnce)
      const request = { ids: some.map(({ id }) => id), columns, limit: atOnce }
      const page = await queryRecords(connection, scene, form.key, request)
      const held = new Map((page.ok ? page.rows : []).map(({ id, values }) => [id, values]))
      for (const { row, id } of some)
        found.set(row, (field, value) => {
          const values = held.get(id)
          if (values === undefined || !Object.hasOwn(values, field)) return undefined
          const checked = checkInput(writing, { [field]: value }, null)
          return checked.issues.length > 0 ? undefined : sameValue(checked.values[field], values[field])
        })
    }
    return found
  }
}
