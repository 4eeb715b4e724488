import type { ExportColumn } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { createHash } from 'node:crypto'
import { targetsOf } from '../imports/shared-titles.ts'
import type { Scene } from '../records/scene.ts'

/** A field, or the columns of its lines, whose titles come into the file too. */
const fieldsIn = (field: Field): readonly Field[] =>
  field.type === 'lineItems' ? field.fields.flatMap(fieldsIn) : [field]

/** Tells the rights apart that decide which rows and values come into a file, so that it is not given under others. */
export function rightsMark({ actor, rights }: Scene, form: string, columns: readonly ExportColumn[]): string {
  const { memberId, departmentId, departmentTree, team, roles, shared, admin } = actor
  const named = columns.flatMap(({ field, through }) => [...through, ...fieldsIn(field)].flatMap(targetsOf))
  const forms = [...new Set([form, ...named])].toSorted().map((key) => [key, rights.forms[key] ?? null])
  const who = { memberId, departmentId, departmentTree, team, roles, shared, admin }
  return createHash('sha256')
    .update(JSON.stringify([who, forms]))
    .digest('base64url')
}
