import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { ItemParams, closed } from '../shapes.ts'
import { Import, ImportProblem } from './import-shapes.ts'

const Shown = Type.Union(
  [
    Type.Literal('good'),
    Type.Literal('new'),
    Type.Literal('changed'),
    Type.Literal('same'),
    Type.Literal('bad'),
    Type.Literal('alike'),
    Type.Literal('ask'),
    Type.Literal('left'),
  ],
  {
    description:
      'Rows that come in (answered by itself), make or change a record, change nothing, or cannot come in; those that probably are there already, and of these the ones to decide and the ones that stay out.',
  },
)
export type ImportRowsShown = Static<typeof Shown>

export const ImportRows = closed({
  rows: Type.Array(
    closed({
      ...Import.properties.preview.items.properties,
      problems: Type.Array(ImportProblem, { description: 'Why it cannot come in; empty where it can.' }),
    }),
  ),
  titles: Type.Record(Type.String(), Type.String(), {
    description: 'Titles of records and members in these rows.',
  }),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Where to go on; null behind the last.' }),
})
export type ImportRows = Static<typeof ImportRows>

export const importRowRoutes = {
  listImportRows: route({
    method: 'GET',
    path: '/api/w/:workspace/imports/:id/rows',
    auth: 'member',
    summary: 'Checked rows as they would come in, each change beside what it replaces: 50 at a time',
    params: ItemParams,
    query: closed({
      show: Type.Optional(Shown),
      search: Type.Optional(
        Type.String({ maxLength: 200, description: 'Only rows of which a cell of the file has this in it.' }),
      ),
      after: Type.Optional(
        Type.String({ pattern: '^[0-9]{1,9}$', description: '`next` of the page before.' }),
      ),
    }),
    answer: ImportRows,
  }),
}
