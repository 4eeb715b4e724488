import type { Comment, TimelineEntry, TimelineKind } from '@pipewright/contract'
import {
  createComment,
  deleteComment,
  mayReadComment,
  readableFiles,
  readersAmong,
  readTimeline,
  updateComment,
  writeTransaction,
  type CommentRow,
  type StoredFile,
  type TimelineEntry as StoredEntry,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { historyEventAnswer } from '../records/answers.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { writeOnce } from '../records/write-once.ts'
import { mailAnswer } from '../record-mails/mail-answer.ts'

/** Comments with the files that come with them. */
const commentAnswer =
  (files: ReadonlyMap<string, StoredFile>) =>
  ({ files: ids, replyTo, ...comment }: CommentRow): Comment => ({
    ...comment,
    replyTo: replyTo && { ...replyTo },
    files: ids.flatMap((id) => files.get(id) ?? []),
  })

/** A line of a timeline, with the files that came with it. */
const entryAnswer =
  (files: ReadonlyMap<string, StoredFile>) =>
  (entry: StoredEntry): TimelineEntry => {
    const about = entry.about && { ...entry.about }
    if (entry.type === 'followUp') return { type: entry.type, followUp: { ...entry.followUp }, about }
    if (entry.type === 'mail') return { type: entry.type, mail: mailAnswer(files)(entry.mail), about }
    return entry.type === 'comment'
      ? { type: entry.type, comment: commentAnswer(files)(entry.comment), about }
      : { type: entry.type, event: historyEventAnswer(entry.event), about }
  }

const filesIn = (entry: StoredEntry): readonly string[] => {
  if (entry.type === 'comment') return entry.comment.files
  return entry.type === 'mail' ? entry.mail.files : []
}

const askedOf = ({ related, ...asked }: { kind?: TimelineKind; after?: string; related?: 'true' }) => ({
  ...asked,
  withRelated: related !== undefined,
})

/** Comments on records, and the timeline in which they stand among changes and approvals. */
export function registerComments(app: FastifyInstance, services: Services): void {
  const { database } = services

  async function filesOf(scene: MemberScene, ids: readonly string[]) {
    const found = ids.length === 0 ? [] : await readableFiles(database, scene, ids)
    return new Map(found.map((file) => [file.id, file]))
  }

  async function answer(
    scene: MemberScene,
    { comment, unreached }: { readonly comment: CommentRow; readonly unreached: readonly string[] },
  ) {
    return { comment: commentAnswer(await filesOf(scene, comment.files))(comment), unreached: [...unreached] }
  }

  register(app, 'getTimeline', async ({ params, query, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const { entries, titles, next } = orRefuse(await readTimeline(database, scene, site, askedOf(query)))
    const files = await filesOf(scene, entries.flatMap(filesIn))
    return {
      entries: entries.map(entryAnswer(files)),
      titles: { ...titles },
      next,
    }
  })

  register(app, 'createComment', async ({ params, body, member, request }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    return answer(
      scene,
      await writeOnce(services, { scene, request }, (tx) => createComment(tx, scene, site, body)),
    )
  })

  register(app, 'updateComment', async ({ params, body, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    return answer(
      scene,
      orRefuse(
        await writeTransaction(database, (tx) => updateComment(tx, scene, site, params.comment, body)),
      ),
    )
  })

  register(app, 'deleteComment', async ({ params, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    orRefuse(await writeTransaction(database, (tx) => deleteComment(tx, scene, site, params.comment)))
  })

  register(app, 'findReaders', async ({ params, body, member }) => {
    const scene = member()
    const place = { form: params.form, record: params.id, field: body.field ?? null }
    // Who may not read there himself learns of nobody who may.
    if (!(await mayReadComment(database, scene, place))) refuse('not-found')
    return { members: await readersAmong(database, scene, place, body.members) }
  })
}
