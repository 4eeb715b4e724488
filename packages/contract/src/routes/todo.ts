import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, Key, RecordParams, WorkspaceParams, closed } from '../shapes.ts'
import { Task } from './approvals.ts'
import { Nullable } from './record-shapes.ts'

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'YYYY-MM-DD' })
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: '"HH:MM"' })
const Count = Type.Integer({ minimum: 1, maximum: 365 })
const mostReminder = 60 * 24 * 60

export const TaskRepeat = Type.Union([
  closed({ every: Type.Union([Type.Literal('day'), Type.Literal('workdays')]), count: Count }),
  closed({
    every: Type.Literal('week'),
    count: Count,
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      maxItems: 7,
      uniqueItems: true,
      description: '1 is Monday.',
    }),
  }),
  closed({ every: Type.Literal('month'), count: Count }),
])
export type TaskRepeat = Static<typeof TaskRepeat>

/** Due so long before or after a date of the record it is about; its day follows that date. */
export const TaskRelative = closed({
  field: Key,
  count: Type.Integer({ minimum: 0, maximum: 365, description: '0: on the date itself.' }),
  unit: Type.Union([Type.Literal('days'), Type.Literal('workdays')]),
  side: Type.Union([Type.Literal('before'), Type.Literal('after')]),
})
export type TaskRelative = Static<typeof TaskRelative>

const taskWords = {
  title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
  assignees: Type.Array(Id, { minItems: 1, maxItems: 50 }),
  day: Nullable(Day),
  time: Nullable(Time),
  repeat: Nullable(TaskRepeat),
  remindBefore: Nullable(
    Type.Integer({ minimum: 0, maximum: mostReminder, description: 'Minutes before it is due.' }),
  ),
}

/** Something a member set herself or others to do. */
export const ToDoTask = closed({
  ...taskWords,
  relative: Nullable(TaskRelative),
  id: Id,
  form: Nullable(Key),
  record: Nullable(Id),
  recordTitle: Nullable(Type.String()),
  version: Type.Integer(),
  createdBy: Id,
  createdAt: Instant,
})
export type ToDoTask = Static<typeof ToDoTask>

export const FollowUp = closed({
  form: Key,
  record: Id,
  title: Type.String(),
  field: Key,
  day: Day,
  version: Type.Integer(),
  mayUpdate: Type.Boolean(),
})
export type FollowUp = Static<typeof FollowUp>

const Group = Type.Union([
  Type.Literal('overdue'),
  Type.Literal('today'),
  Type.Literal('week'),
  Type.Literal('later'),
])
export type TodoGroup = Static<typeof Group>

const every = { group: Group, snoozedUntil: Nullable(Instant) }

export const TodoItem = Type.Union([
  closed({ type: Type.Literal('approval'), ...every, approval: Task }),
  closed({ type: Type.Literal('task'), ...every, task: ToDoTask }),
  closed({ type: Type.Literal('followUp'), ...every, followUp: FollowUp }),
])
export type TodoItem = Static<typeof TodoItem>

const base = '/api/w/:workspace'

export const todoRoutes = {
  listTodo: route({
    method: 'GET',
    path: `${base}/todo`,
    auth: 'member',
    summary: 'Approvals, tasks and follow-ups that wait for me, the most urgent first',
    params: WorkspaceParams,
    answer: closed({
      items: Type.Array(TodoItem),
      more: Type.Boolean({ description: 'There is more than is listed.' }),
    }),
  }),
  snoozeTodo: route({
    method: 'PUT',
    path: `${base}/todo/:id/snooze`,
    auth: 'member',
    summary: 'Put an approval (by its task), a task or a follow-up (by its record) off, for me alone',
    params: ItemParams,
    body: closed({ until: Nullable(Instant) }),
    answer: closed({ until: Nullable(Instant) }),
  }),
  createTask: route({
    method: 'POST',
    path: `${base}/todo`,
    auth: 'member',
    status: 201,
    summary: 'Set somebody to do something, with a record or without',
    params: WorkspaceParams,
    body: closed({
      ...taskWords,
      relative: Type.Optional(Nullable(TaskRelative)),
      form: Nullable(Key),
      record: Nullable(Id),
    }),
    answer: ToDoTask,
  }),
  getTask: route({
    method: 'GET',
    path: `${base}/todo/:id`,
    auth: 'member',
    summary: 'A task that is mine or that I made',
    params: ItemParams,
    answer: ToDoTask,
  }),
  updateTask: route({
    method: 'PATCH',
    path: `${base}/todo/:id`,
    auth: 'member',
    summary: 'Change or hand on a task that is mine or that I made; what is left out stays as it is',
    params: ItemParams,
    body: closed({
      title: Type.Optional(taskWords.title),
      assignees: Type.Optional(taskWords.assignees),
      day: Type.Optional(taskWords.day),
      time: Type.Optional(taskWords.time),
      repeat: Type.Optional(taskWords.repeat),
      remindBefore: Type.Optional(taskWords.remindBefore),
      relative: Type.Optional(
        Type.Union([TaskRelative, Type.Null()], {
          description: 'Left out: as before, unless another day is given.',
        }),
      ),
      version: Type.Integer(),
    }),
    answer: ToDoTask,
  }),
  completeTask: route({
    method: 'PUT',
    path: `${base}/todo/:id/done`,
    auth: 'member',
    summary: 'Tick a task off, or on again; one that repeats comes back on its next day',
    params: ItemParams,
    body: closed({ done: Type.Boolean() }),
    answer: closed({ done: Type.Boolean() }),
  }),
  deleteTask: route({
    method: 'DELETE',
    path: `${base}/todo/:id`,
    auth: 'member',
    status: 204,
    summary: 'Remove a task',
    params: ItemParams,
    query: closed({
      version: Type.Optional(
        Type.String({ description: 'As it was seen: it stays when somebody changed it meanwhile.' }),
      ),
    }),
  }),
  listRecordTasks: route({
    method: 'GET',
    path: `${base}/forms/:form/records/:id/todo`,
    auth: 'member',
    summary: 'What is to be done with a record, and with those in its related lists',
    params: RecordParams,
    query: closed({ related: Type.Optional(Type.Literal('true')) }),
    answer: closed({ tasks: Type.Array(ToDoTask), more: Type.Boolean() }),
  }),
}
