import type { TimelineKind } from '@pipewright/contract'
import { followUpLogs, localize } from '@pipewright/metadata'
import { RecordTimeline, useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { CommentBox } from './comment-box.tsx'
import { beginReply, useCommentDraft } from './comment-draft.ts'
import { CommentLine } from './comment-line.tsx'
import { useTalk, useTimeline, type TalkSite } from './use-talk.ts'
import './talk.css'

/** Fields a comment may be about, as they are called. */
function useFields(form: Form) {
  const locale = useUiLocale()
  const { rights } = useWorkspace()
  return form.fields
    .filter(({ key }) => rights[form.key]?.fields[key] !== undefined)
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
}

function NewComment({ site, draftKey, form }: { site: TalkSite; draftKey: string; form: Form }) {
  const text = useText()
  const fields = useFields(form)
  const { send } = useTalk(site)
  const { draft, change, clear } = useCommentDraft(draftKey)
  return (
    <CommentBox
      site={site}
      draft={draft}
      fields={fields}
      label={text('commentNew')}
      send={text('commentSend')}
      onChange={change}
      onSend={async () => {
        if (await send(draft)) clear()
      }}
    />
  )
}

/** What happened to a record and what is said about it, with the place to say more. */
export function TimelinePanel({ form, id }: { form: Form; id: string }) {
  const text = useText()
  const { rights, definition } = useWorkspace()
  const { me, titles: known } = useRenderer()
  const [kind, setKind] = useState<TimelineKind | 'all'>('all')
  const site = { form: form.key, id }
  const timeline = useTimeline(site, kind === 'all' ? undefined : kind)
  const fields = useFields(form)
  const draftKey = `${me}.${id}`
  const limit = rights[form.key]?.comments
  const kinds = [
    'all' as const,
    ...(limit === 'none' ? [] : ['comments' as const]),
    ...(followUpLogs(definition.forms, form).some((log) => rights[log.form.key]?.read === true)
      ? ['followUps' as const]
      : []),
    'changes' as const,
    ...(definition.workflows.some((workflow) => workflow.form === form.key) ? ['approvals' as const] : []),
  ]
  const nameOf = (of: string) => timeline.titles[of] ?? known.find(of) ?? text('somebody')
  const reply = (to: { id: string; author: string; text: string }) => {
    beginReply(draftKey, to)
    document.querySelector<HTMLElement>('.talk-new textarea')?.focus()
  }
  return (
    <div className="talk">
      {limit === undefined && (
        <div className="talk-new">
          <NewComment site={site} draftKey={draftKey} form={form} />
        </div>
      )}
      {kinds.length > 2 && (
        <Segmented
          aria-label={text('timelineShow')}
          value={kind}
          options={kinds.map((value) => ({ value, label: text(`timeline_${value}`) }))}
          onChange={setKind}
        />
      )}
      {timeline.failed ? (
        <ErrorNotice problem={null} onRetry={timeline.retry} />
      ) : (
        <RecordTimeline
          form={form.key}
          timeline={timeline}
          drawComment={(comment) => (
            <CommentLine
              key={comment.id}
              site={site}
              comment={comment}
              nameOf={nameOf}
              about={fields.find(({ value }) => value === comment.field)?.label}
              onReply={() => reply(comment)}
            />
          )}
        />
      )}
    </div>
  )
}
