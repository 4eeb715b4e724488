import type { Expression, Report } from '@pipewright/schemas'
import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Condition, Key, Value, WorkspaceParams, closed } from '../shapes.ts'

export const ReportAnswer = closed({
  rows: Type.Array(
    closed({
      groups: Type.Array(Value, { description: 'Value per dimension; periods by their first day.' }),
      values: Type.Array(Type.Union([Type.String(), Type.Null()]), {
        description: 'Exact decimal per measure.',
      }),
      filter: Type.Unsafe<Expression>({ description: 'Opens the records behind the row.' }),
    }),
  ),
  totals: Type.Array(Type.Union([Type.String(), Type.Null()])),
  titles: Type.Record(Type.String(), Type.String(), {
    description: 'Title per id of members and records in groups.',
  }),
  more: Type.Boolean({ description: 'There are more groups than shown.' }),
})
export type ReportAnswer = Static<typeof ReportAnswer>

export const reportRoutes = {
  runReport: route({
    method: 'POST',
    path: '/api/w/:workspace/reports/run',
    auth: 'member',
    summary: 'Figures of a report',
    params: WorkspaceParams,
    body: closed({
      report: Type.Optional(Key),
      definition: Type.Optional(
        Type.Unsafe<Report>({
          type: 'object',
          description: 'A report that is not saved (report.schema.json).',
        }),
      ),
      filter: Type.Optional(Condition),
    }),
    answer: ReportAnswer,
  }),
}
