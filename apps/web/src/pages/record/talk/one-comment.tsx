import type { Comment, TimelineEntry } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { AboutRecord, useRenderer } from '@pipewright/renderer'
import { CommentLine } from './comment-line.tsx'

export interface OneCommentProps {
  readonly form: string
  readonly record: string
  readonly comment: Comment
  readonly about: TimelineEntry['about']
  readonly nameOf: (id: string) => string
  readonly onReply: () => void
}

/** A comment of the record, or of another one, which is named then and where it can be answered. */
export function OneComment({ form, record, comment, about, nameOf, onReply }: OneCommentProps) {
  const { index, locale } = useRenderer()
  const site = about === null ? { form, id: record } : { form: about.form, id: about.id }
  const field = comment.field === null ? undefined : index.field(site.form, comment.field)?.field
  return (
    <CommentLine
      {...{ site, comment, nameOf }}
      field={localize(field?.label, locale) || undefined}
      {...(about === null ? { onReply } : { about: <AboutRecord {...about} from={form} /> })}
    />
  )
}
