import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Instant, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const count = (description: string) => Type.Integer({ description })

const Waiting = closed({
  mails: count('Notifications that are to go out by e-mail.'),
  pushes: count('Notifications that are to go to devices.'),
  reminders: count('Tasks and dates of records that members are to be reminded of.'),
  more: Type.Boolean({ description: 'There are more reminders than were counted.' }),
})
export type Waiting = Static<typeof Waiting>

/** What has waited since a workspace was brought back from a backup. */
export const Hold = closed({
  backupAt: Nullable(Instant),
  restoredAt: Instant,
  /** Of all that waits, what was due before the restore. */
  past: Waiting,
  all: Waiting,
})
export type Hold = Static<typeof Hold>

const base = '/api/w/:workspace/hold'
const Answer = closed({ hold: Nullable(Hold) })

export const holdRoutes = {
  getHold: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary:
      'What waits to go out since a restore: what was due before it, and all of it; for administrators',
    params: WorkspaceParams,
    answer: Answer,
  }),
  endHold: route({
    method: 'POST',
    path: `${base}/end`,
    auth: 'member',
    summary: 'Let go out what waits since a restore; for administrators',
    params: WorkspaceParams,
    body: closed({
      restoredAt: Type.String({ maxLength: 40, description: 'Of the restore that was looked at.' }),
      past: Type.Union([Type.Literal('send'), Type.Literal('drop')], {
        description: 'What becomes of what was due before the restore. What came since is sent.',
      }),
    }),
    answer: Answer,
  }),
}
