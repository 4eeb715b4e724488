import { Type, type Static } from 'typebox'
import { FieldProblem } from '../problems/problem.ts'
import { ShownValues, Condition, Id, Instant, Key, Path, SortKey, Value, Values, closed } from '../shapes.ts'

/** The value, or null for none. */
export const Nullable = <const S extends Parameters<typeof Type.Array>[0]>(schema: S) =>
  Type.Union([schema, Type.Null()])

export const RecordAnswer = closed({
  id: Id,
  version: Type.Integer(),
  owner: Nullable(Id),
  department: Nullable(Id),
  created_at: Instant,
  created_by: Nullable(Id),
  updated_at: Instant,
  updated_by: Nullable(Id),
  deleted_at: Nullable(Instant),
  locked_by: Nullable(Id),
  stage_since: Nullable(Instant),
  title: Type.String({ description: 'Value of the title field as text.' }),
  values: ShownValues,
  titles: Type.Record(Type.String(), Type.String(), {
    description: 'Title per id of every related record and member in values.',
  }),
  may: Type.Optional(closed({ update: Type.Boolean(), delete: Type.Boolean() })),
  warnings: Type.Optional(
    Type.Array(FieldProblem, {
      description: 'After a write: what rules want to be minded. It is saved all the same.',
    }),
  ),
})
export type RecordAnswer = Static<typeof RecordAnswer>

/** One message of a rule about one of several records that were written; it is saved all the same. */
export const RecordWarning = closed({ form: Key, id: Id, ...FieldProblem.properties })
export type RecordWarning = Static<typeof RecordWarning>

export const Query = closed({
  filter: Type.Optional(Condition),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  namedFirst: Type.Optional(
    Type.Boolean({
      description:
        'Records whose whole title is what is sought stand first on the first page, up to five beyond the limit.',
    }),
  ),
  sort: Type.Optional(Type.Array(SortKey, { maxItems: 5 })),
  columns: Type.Optional(
    Type.Array(Path, {
      maxItems: 1000,
      description: 'Only these fields are read; all readable ones when left out.',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  after: Type.Optional(Type.String({ maxLength: 2000, description: 'Cursor of the page before.' })),
  deleted: Type.Optional(Type.Boolean({ description: 'The recycle bin instead of living records.' })),
})
export type Query = Static<typeof Query>

export const Page = closed({ rows: Type.Array(RecordAnswer), next: Nullable(Type.String()) })
export type Page = Static<typeof Page>

const Marks = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), {
  description: 'What was sought, as places from and to behind, in UTF-16 units.',
})

const SearchHit = closed({
  id: Id,
  title: Type.String(),
  marks: Type.Optional(Marks),
  /** The field where it was found, when the title does not show it. */
  found: Type.Optional(closed({ field: Key, text: Type.String(), marks: Marks })),
})
export type SearchHit = Static<typeof SearchHit>

export const SearchGroups = closed({
  groups: Type.Array(closed({ form: Key, hits: Type.Array(SearchHit) })),
})

export const BoardQuery = closed({
  field: Key,
  filter: Type.Optional(Condition),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  columns: Type.Optional(Type.Array(Path, { maxItems: 1000 })),
  sums: Type.Optional(Type.Array(Path, { maxItems: 5 })),
  sort: Type.Optional(Type.Array(SortKey, { maxItems: 5 })),
  limit: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 200, description: 'Cards per column; none for the figures alone.' }),
  ),
  most: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 500,
      description: 'Columns of a field without options; 50 if left out.',
    }),
  ),
})
export type BoardQuery = Static<typeof BoardQuery>

export const Board = closed({
  columns: Type.Array(
    closed({
      value: Nullable(Type.String()),
      title: Type.Optional(
        Nullable(
          Type.String({ description: 'Of a record or member; null where the caller may not see it.' }),
        ),
      ),
      count: Type.Integer(),
      sums: Type.Record(Type.String(), Nullable(Type.String())),
      rows: Type.Array(RecordAnswer),
    }),
  ),
  left: Type.Integer({
    description: 'Columns beyond those with the most records, of a field without options.',
  }),
})
export type Board = Static<typeof Board>

export const HistoryEvent = closed({
  id: Id,
  at: Instant,
  kind: Type.String(),
  member: Nullable(Id),
  cause: closed({
    type: Type.String(),
    id: Type.Optional(Type.String()),
    comment: Type.Optional(Type.String()),
    way: Type.Optional(Type.String({ description: 'How a person made it.' })),
    records: Type.Optional(Type.Array(Id, { description: 'Of a merge: what it is about.' })),
    undoes: Type.Optional(Id),
    told: Type.Optional(Type.Boolean({ description: 'Members were told of the import.' })),
  }),
  changes: Type.Array(closed({ field: Path, old: Value, new: Value })),
})
export type HistoryEvent = Static<typeof HistoryEvent>

export const Match = closed({
  id: Id,
  title: Type.String(),
  field: Type.String({ description: 'The first of the fields that look the same.' }),
  value: Type.String({ description: 'What the record has there.' }),
  fields: Type.Array(Key, { description: 'The fields that look the same.' }),
  sure: Type.Union([Type.Literal('likely'), Type.Literal('possible')]),
  may: Type.Boolean({ description: 'Whether the caller may change it, and so say that it is another one.' }),
})
export type Match = Static<typeof Match>

export const Matches = closed({
  matches: Type.Array(Match),
  more: Type.Boolean({ description: 'Whether there are more than these.' }),
  hidden: Type.Array(Type.String(), {
    description:
      'Owners of records that look the same and may not be seen, where the form says that this is told.',
  }),
})
export type Matches = Static<typeof Matches>

/** Something that must not occur twice and does. */
export const Taken = closed({
  fields: Type.Array(Type.String(), { description: 'The fields that together must not occur twice.' }),
  record: Type.Union([closed({ id: Id, title: Type.String() }), Type.Null()], {
    description: 'The other record, when the caller may see it.',
  }),
})
export type Taken = Static<typeof Taken>

export const ConversionPreview = closed({
  steps: Type.Array(
    closed({
      key: Key,
      form: Key,
      records: Type.Array(Values),
      matches: Type.Array(Match),
    }),
  ),
  titles: Type.Record(Type.String(), Type.String()),
})
export type ConversionPreview = Static<typeof ConversionPreview>

/** One thing that was ticked off in a stage, by whom and when. */
export const Tick = closed({
  stage: Key,
  item: Key,
  member: Id,
  name: Type.String(),
  at: Instant,
})
export type Tick = Static<typeof Tick>
