import type { TimelineKind } from '@pipewright/contract'
import type { Waiting, WaitingRoute } from './waiting.ts'

const kinds: Readonly<Partial<Record<WaitingRoute, TimelineKind>>> = {
  createComment: 'comments',
  logFollowUp: 'followUps',
  sendRecordMail: 'mails',
}

/** What was said, noted and written about a record without the server, the newest first. */
export const talkWaiting = (
  waiting: readonly Waiting[],
  site: { readonly form: string; readonly id: string },
  kind: TimelineKind | 'all',
): readonly Waiting[] =>
  waiting
    .filter(({ route, params }) => {
      const told = kinds[route]
      const isThere = params['form'] === site.form && params['id'] === site.id
      return told !== undefined && isThere && (kind === 'all' || kind === told)
    })
    .toReversed()
