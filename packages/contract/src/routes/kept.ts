import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Text, WorkspaceParams, closed } from '../shapes.ts'
import { Draft } from './draft.ts'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const name = {
  path: Type.String({
    maxLength: 200,
    description: 'Key of a form, or path of a field: `quote`, `quote.note`, `quote.items.size`.',
  }),
  revision: Type.Integer({ description: 'The revision that took it out.' }),
}
const subject = { ...name, form: Text, field: orNull(Text) }
const count = Type.Integer({ description: 'Records (for line items: rows) that hold a value.' })

/** What a removed form or field, or the earlier type of a field, left behind. */
export const Kept = closed({
  ...subject,
  kind: Type.Union([Type.Literal('form'), Type.Literal('field'), Type.Literal('values')], {
    description: 'values: those that a field had as one of another type.',
  }),
  type: orNull(Type.String({ description: 'Type of the field until then.' })),
  at: Instant,
  by: orNull(Id),
  until: Type.String({ description: 'When it is cleared for good (ISO 8601).' }),
  count,
})
export type Kept = Static<typeof Kept>

export const Cleared = closed({
  ...subject,
  kind: Type.String(),
  at: Instant,
  by: Type.Union([Id, Type.Null()], { description: 'Null: by the clock.' }),
  count,
})
export type Cleared = Static<typeof Cleared>

/** Where the database is not what the revision in force wants. */
export const TableDifference = closed({
  type: Type.Union(
    [Type.Literal('missing'), Type.Literal('different'), Type.Literal('extra'), Type.Literal('crowded')],
    {
      description: 'crowded: the table has had more than 1,200 columns, dropped ones too; 1,600 is the end.',
    },
  ),
  what: Type.Union([
    Type.Literal('table'),
    Type.Literal('column'),
    Type.Literal('index'),
    Type.Literal('constraint'),
  ]),
  table: Type.String(),
  name: Type.String(),
  wanted: Type.Optional(Type.String({ description: 'As the database writes it down.' })),
  found: Type.Optional(Type.String()),
})
export type TableDifference = Static<typeof TableDifference>

const base = '/api/w/:workspace/kept'
const Answer = closed({
  kept: Type.Array(Kept),
  cleared: Type.Array(Cleared, { description: 'The newest hundred.' }),
})

export const keptRoutes = {
  listKept: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'What removed forms and fields left behind, and what of it was cleared',
    params: WorkspaceParams,
    answer: Answer,
  }),
  restoreKept: route({
    method: 'POST',
    path: `${base}/restore`,
    auth: 'member',
    summary: 'Put something removed into my draft; published, its values are back',
    params: WorkspaceParams,
    body: closed({
      ...name,
      version: Type.Integer({ minimum: 0, description: 'Of my draft.' }),
      rights: Type.Boolean({ description: 'Whether roles get the rights back that they had.' }),
    }),
    answer: Draft,
  }),
  clearKept: route({
    method: 'POST',
    path: `${base}/clear`,
    auth: 'member',
    summary: 'Drop something removed with all its values, for good; for administrators',
    params: WorkspaceParams,
    body: closed({
      ...name,
      confirm: Type.String({
        maxLength: 500,
        description: 'The name of the field, or of the form, as it is shown in either language.',
      }),
    }),
    answer: Answer,
  }),
  checkTables: route({
    method: 'POST',
    path: '/api/w/:workspace/check-tables',
    auth: 'member',
    summary: 'Compare the tables of the database with the revision in force; mends nothing',
    params: WorkspaceParams,
    answer: closed({ differences: Type.Array(TableDifference) }),
  }),
}
