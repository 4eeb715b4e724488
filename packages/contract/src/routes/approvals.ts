import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, Key, Path, RecordParams, Value, closed } from '../shapes.ts'

export const Task = closed({
  id: Id,
  run: Id,
  workflow: Key,
  step: Key,
  form: Key,
  record: Id,
  version: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Of the record as it is told here; null where it may not be read.',
  }),
  title: Type.String(),
  requestedBy: Id,
  at: Instant,
  comment: Type.String(),
  facts: Type.Array(closed({ field: Path, value: Value })),
  titles: Type.Record(Type.String(), Type.String()),
})
export type Task = Static<typeof Task>

export const Run = closed({
  id: Id,
  workflow: Key,
  state: Type.Union([
    Type.Literal('open'),
    Type.Literal('approved'),
    Type.Literal('rejected'),
    Type.Literal('withdrawn'),
  ]),
  startedBy: Id,
  startedAt: Instant,
  comment: Type.String(),
  steps: Type.Array(
    closed({
      task: Type.Union([Id, Type.Null()]),
      step: Key,
      state: Type.Union([
        Type.Literal('waiting'),
        Type.Literal('approved'),
        Type.Literal('rejected'),
        Type.Literal('skipped'),
        Type.Literal('cancelled'),
      ]),
      approvers: Type.Array(Id),
      decidedBy: Type.Union([Id, Type.Null()]),
      decidedAt: Type.Union([Instant, Type.Null()]),
      comment: Type.String(),
    }),
  ),
  may: closed({ decide: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type Run = Static<typeof Run>

const comment = Type.Optional(Type.String({ maxLength: 2000 }))

export const approvalRoutes = {
  decideTask: route({
    method: 'POST',
    path: '/api/w/:workspace/tasks/:id/decide',
    auth: 'member',
    summary: 'Approve or reject; exactly one decision wins',
    params: ItemParams,
    body: closed({
      decision: Type.Union([Type.Literal('approve'), Type.Literal('reject')]),
      comment,
      version: Type.Optional(
        Type.Integer({
          description: 'Of the record as it was seen: nothing is decided when it was changed since.',
        }),
      ),
    }),
    answer: Run,
  }),
  submitRecord: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/workflows/:workflow',
    auth: 'member',
    summary: 'Submit a record for approval',
    params: closed({ ...RecordParams.properties, workflow: Key }),
    body: closed({ version: Type.Optional(Type.Unsafe<number>({})), comment }),
    answer: Run,
  }),
  withdrawRun: route({
    method: 'POST',
    path: '/api/w/:workspace/runs/:id/withdraw',
    auth: 'member',
    summary: 'Take a submission back',
    params: ItemParams,
    body: closed({ comment }),
    answer: Run,
  }),
  listRuns: route({
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/records/:id/runs',
    auth: 'member',
    summary: 'Approvals of a record, newest first',
    params: RecordParams,
    answer: closed({ runs: Type.Array(Run) }),
  }),
}
