import { Type, type Static } from 'typebox'
import { FormParams, Id, ItemParams, closed } from '../shapes.ts'
import { route } from '../route.ts'
import { ImportColumn, ImportWrites } from './import-shapes.ts'

const { field, dateFormat, decimal, matchBy, separator } = ImportColumn.properties

/** A match of columns that was kept for files of the same kind. */
export const ImportPreset = closed({
  id: Id,
  name: Type.String(),
  member: Id,
  columns: Type.Array(
    closed({ name: Type.String({ maxLength: 1000 }), field, dateFormat, decimal, matchBy, separator }),
    { maxItems: 2000, description: 'Columns by their names in the file.' },
  ),
  writes: ImportWrites,
})
export type ImportPreset = Static<typeof ImportPreset>

const base = '/api/w/:workspace/forms/:form/import-presets'

export const importPresetRoutes = {
  listImportPresets: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'Matches of columns kept for imports into a form: own ones first',
    params: FormParams,
    answer: closed({ presets: Type.Array(ImportPreset) }),
  }),
  saveImportPreset: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Keep a match of columns; one of the same name by the same member is replaced',
    params: FormParams,
    body: closed({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      columns: ImportPreset.properties.columns,
      writes: ImportWrites,
    }),
    answer: closed({ presets: Type.Array(ImportPreset) }),
  }),
  deleteImportPreset: route({
    method: 'DELETE',
    path: '/api/w/:workspace/import-presets/:id',
    auth: 'member',
    summary: 'Drop a match of columns of one’s own',
    params: ItemParams,
    status: 204,
  }),
}
