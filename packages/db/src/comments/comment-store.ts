import { mayReadComments, type CompiledFormRights } from '@pipewright/compiler'
import type { SqlFragment } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** What a reply answers; author and text are null when that was removed or may not be read. */
export interface AnsweredComment {
  readonly id: string
  readonly author: string | null
  readonly text: string | null
}

/** A comment as it is read, by its columns. */
export interface CommentRow {
  readonly id: string
  readonly at: string
  readonly author: string
  readonly text: string
  readonly field: string | null
  readonly files: readonly string[]
  readonly editedAt: string | null
  readonly replyTo: AnsweredComment | null
}

/** A place in a list that runs from the newest to the oldest. */
export interface Mark {
  readonly at: string
  readonly id: string
}

export const commentTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_comment')

/** So much of a comment is told by a reply to it. */
const quoted = 200

const columns = `c.id, c.at, c.author, c.text, c.field, c.files, c.edited_at as "editedAt",
    case when c.reply_to is not null then json_build_object('id', c.reply_to, 'author', r.author, 'text', left(r.text, ${quoted})) end as "replyTo"`

/** Columns of comments `c` and what they answer, `r`. */
export const quotedComment: SqlFragment = { strings: [columns], values: [] }

const selecting = (table: string) => `select ${columns}
  from ${table} c
  left join ${table} r on r.id = c.reply_to and r.deleted_at is null and (r.field is null or r.field = any($3::text[]))
  where c.form = $1 and c.record = $2 and c.deleted_at is null and (c.field is null or c.field = any($3::text[]))`

/** Whose comments: the record was found by its reader before, the fields are those he may read. */
export interface CommentsOf {
  readonly form: string
  readonly record: string
  readonly rights: CompiledFormRights
}

const bound = ({ form, record, rights }: CommentsOf): unknown[] => [
  form,
  record,
  Object.keys(rights.fields).toSorted(),
]

/** Comments after a mark, newest first. */
export async function commentsAfter(
  connection: Connection,
  workspace: WorkspaceRef,
  of: CommentsOf,
  { after, limit }: { readonly after: Mark | undefined; readonly limit: number },
): Promise<CommentRow[]> {
  if (!mayReadComments(of.rights)) return []
  return connection.query<CommentRow>(
    prepared({
      text: `${selecting(commentTable(workspace))}
        and ($4::timestamptz is null or (c.at, c.id) < ($4::timestamptz, $5::uuid)) order by c.at desc, c.id desc limit $6`,
      values: [...bound(of), after?.at ?? null, after?.id ?? null, limit],
    }),
  )
}

/** One comment, if it is there for this reader. */
export async function findComment(
  connection: Connection,
  workspace: WorkspaceRef,
  of: CommentsOf,
  id: string,
): Promise<CommentRow | undefined> {
  if (!mayReadComments(of.rights)) return undefined
  const [found] = await connection.query<CommentRow>(
    prepared({ text: `${selecting(commentTable(workspace))} and c.id = $4`, values: [...bound(of), id] }),
  )
  return found
}
