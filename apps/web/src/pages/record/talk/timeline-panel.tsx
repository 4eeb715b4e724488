import type { TimelineKind } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordTimeline, useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { Segmented } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useWaitingHere } from '../../../offline/own-waiting.ts'
import { talkWaiting } from '../../../offline/waiting-talk.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { CommentBox } from './comment-box.tsx'
import { beginReply, useCommentDraft } from './comment-draft.ts'
import { alone, formsAround, useKinds } from './timeline-kinds.ts'
import { OneComment } from './one-comment.tsx'
import { OneMail } from './one-mail.tsx'
import { useTalk, useTimeline, type TalkSite } from './use-talk.ts'
import './talk.css'

const WaitingNotes = lazy(async () => ({
  default: (await import('../../../offline/waiting-notes.tsx')).WaitingNotes,
}))

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

interface TimelinePanelProps {
  readonly form: Form
  readonly id: string
  /** Also what happened to the records in its related lists. */
  readonly related: boolean
  /** Chooses between both, beside the kinds. */
  readonly reach?: ReactNode
}

interface KindChoiceProps {
  readonly kinds: readonly (TimelineKind | 'all')[]
  readonly shown: TimelineKind | 'all'
  readonly onChange: (kind: TimelineKind | 'all') => void
}

function KindChoice({ kinds, shown, onChange }: KindChoiceProps) {
  const text = useText()
  if (kinds.length <= 2) return null
  return (
    <Segmented
      aria-label={text('timelineShow')}
      value={shown}
      options={kinds.map((value) => ({ value, label: text(`timeline_${value}`) }))}
      onChange={onChange}
    />
  )
}

/** What happened to a record and what is said about it, with the place to say more. */
export function TimelinePanel(panel: TimelinePanelProps) {
  const { form, id, related, reach } = panel
  const text = useText()
  const { rights } = useWorkspace()
  const { me, titles: known } = useRenderer()
  const [kind, setKind] = useState<TimelineKind | 'all'>('all')
  const site = { form: form.key, id }
  const here = { form: form.key, record: id }
  const around = related ? formsAround(form) : alone
  const kinds = useKinds(form, around)
  const shown = kinds.includes(kind) ? kind : 'all'
  const timeline = useTimeline(site, shown === 'all' ? undefined : shown, around)
  const waiting = talkWaiting(useWaitingHere(), site, shown)
  const draftKey = `${me}.${id}`
  const limit = rights[form.key]?.comments
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
      <div className="talk-choice">
        {reach}
        <KindChoice kinds={kinds} shown={shown} onChange={setKind} />
      </div>
      {waiting.length > 0 && (
        <Suspense fallback={null}>
          <WaitingNotes entries={waiting} />
        </Suspense>
      )}
      {timeline.failed ? (
        <ErrorNotice problem={null} onRetry={timeline.retry} />
      ) : (
        <RecordTimeline
          form={form.key}
          timeline={timeline}
          drawMail={(mail, about) => (
            <OneMail key={mail.id} {...{ ...here, mail, about }} author={nameOf(mail.author)} />
          )}
          drawComment={(comment, about) => (
            <OneComment
              key={comment.id}
              {...{ ...here, comment, about, nameOf }}
              onReply={() => reply(comment)}
            />
          )}
        />
      )}
    </div>
  )
}
