import {
  mayReadField,
  mayWriteComments,
  type CompiledFormRights,
  type RecordAnswer,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { getRecord, isIdentity } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { attachToComment, withdrawFiles } from './comment-files.ts'
import { commentTable, findComment, type CommentRow } from './comment-store.ts'
import { cleanComment, commentIssue, mentionedIn } from './comment-text.ts'
import { followWhatIsCommented } from '../looks/follow.ts'
import { notifyFollowers } from '../looks/notify-followers.ts'
import type { CommentPlace } from './readers.ts'
import { tellComment, type Told } from './tell-comment.ts'

export interface CommentInput {
  /** Plain text with mentions as tokens. */
  readonly text: string
  readonly files?: readonly string[]
}

export interface NewComment extends CommentInput {
  readonly replyTo?: string
  readonly field?: string
}

export type CommentOutcome = Outcome<{
  readonly comment: CommentRow
  /** Members mentioned who may not read it: they are not told. */
  readonly unreached: readonly string[]
}>

interface Site {
  readonly form: string
  readonly record: string
}

const invalid = (pointer: string, code: 'unknown-field' | 'no-such-file') =>
  refused('invalid', { errors: [{ pointer, code }] })

/** The rights of somebody who may write comments on the record; what he may not see does not exist. */
async function open(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
): Promise<Outcome<{ readonly rights: CompiledFormRights; readonly record: RecordAnswer }>> {
  const found = await getRecord(tx, scene, form, record)
  const rights = scene.rights.forms[form]
  if (!found.ok || rights === undefined) return refused('not-found')
  if (!mayWriteComments(rights) || found.record.deleted_at !== null) return refused('not-allowed')
  return { ok: true, rights, record: found.record }
}

async function answer(
  tx: Connection,
  scene: Scene,
  place: CommentPlace,
  id: string,
  rights: CompiledFormRights,
  told: Told,
): Promise<CommentOutcome> {
  const comment = await findComment(tx, scene.workspace, { ...place, rights }, id)
  if (comment === undefined) return refused('not-found')
  return { ok: true, comment, unreached: await tellComment(tx, scene, place, told) }
}

/** Writes a comment, about the record or one of its fields. A reply is about what it answers. */
export async function createComment(
  tx: Connection,
  scene: Scene,
  site: Site,
  input: NewComment,
): Promise<CommentOutcome> {
  const opened = await open(tx, scene, site)
  if (!opened.ok) return opened
  const { rights, record } = opened
  const { replyTo, files = [] } = input
  const answered =
    replyTo === undefined ? null : await findComment(tx, scene.workspace, { ...site, rights }, replyTo)
  if (answered === undefined) return refused('not-found')
  const field = answered?.field ?? input.field ?? null
  if (field !== null && !mayReadField(rights, field)) return invalid('/field', 'unknown-field')
  const text = cleanComment(input.text)
  const issue = commentIssue(text, files)
  if (issue !== undefined) return refused('invalid', { errors: [issue] })
  const place = { ...site, field }
  if (!(await attachToComment(tx, scene, place, files))) return invalid('/files', 'no-such-file')
  const id = scene.newId()
  await tx.query({
    text: `insert into ${commentTable(scene.workspace)} (id, form, record, author, at, text, reply_to, field, files)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      id,
      site.form,
      site.record,
      scene.actor.memberId,
      scene.now,
      text,
      replyTo ?? null,
      field,
      files,
    ],
  })
  const answers = answered?.author ?? null
  const written = await answer(tx, scene, place, id, rights, { text, answers })
  await followWhatIsCommented(tx, scene, site, record.version)
  const told = [...mentionedIn(text), ...(answers === null ? [] : [answers])]
  await notifyFollowers(
    tx,
    scene,
    { ...site, owner: record.owner },
    { said: 'comment', field },
    { type: 'person' },
    told,
  )
  return written
}

/** The actor's own comment; nobody changes what somebody else wrote. */
async function ownComment(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<Outcome<{ readonly comment: CommentRow; readonly rights: CompiledFormRights }>> {
  const opened = await open(tx, scene, site)
  if (!opened.ok) return opened
  const { rights } = opened
  const found = isIdentity(id) ? await findComment(tx, scene.workspace, { ...site, rights }, id) : undefined
  if (found === undefined) return refused('not-found')
  if (found.author !== scene.actor.memberId) return refused('not-allowed')
  return { ok: true, comment: found, rights }
}

/** Changes one's own comment, which says from then on that it was edited. */
export async function updateComment(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
  input: CommentInput,
): Promise<CommentOutcome> {
  const own = await ownComment(tx, scene, site, id)
  if (!own.ok) return own
  const { comment, rights } = own
  const files = input.files ?? comment.files
  const text = cleanComment(input.text)
  const issue = commentIssue(text, files)
  if (issue !== undefined) return refused('invalid', { errors: [issue] })
  const place = { ...site, field: comment.field }
  const added = files.filter((file) => !comment.files.includes(file))
  if (!(await attachToComment(tx, scene, place, added))) return invalid('/files', 'no-such-file')
  const gone = comment.files.filter((file) => !files.includes(file))
  await withdrawFiles(tx, scene, gone)
  await tx.query({
    text: `update ${commentTable(scene.workspace)} set text = $2, files = $3, edited_at = $4 where id = $1`,
    values: [id, text, files, scene.now],
  })
  return answer(tx, scene, place, id, rights, { text, before: comment.text })
}

/** Removes one's own comment and closes its files. */
export async function deleteComment(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<Outcome<object>> {
  const own = await ownComment(tx, scene, site, id)
  if (!own.ok) return own
  await withdrawFiles(tx, scene, own.comment.files)
  await tx.query({
    text: `update ${commentTable(scene.workspace)} set deleted_at = $2 where id = $1`,
    values: [id, scene.now],
  })
  return { ok: true }
}
