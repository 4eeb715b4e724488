import type { TimelineFollowUp } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon, OptionTag } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { MemberName } from '../../controls/member-name.tsx'
import { RecordLink } from '../../controls/relation/record-link.tsx'
import { useRenderer } from '../../environment/use-renderer.ts'
import { formatDate, formatDateTime, formatTime } from '../../formats/date-format.ts'
import { useTexts } from '../../texts/use-texts.ts'

const isDay = (when: string): boolean => !when.includes('T')

export interface FollowUpLineProps {
  readonly followUp: TimelineFollowUp
  /** Who wrote it down, where that may be told. */
  readonly name: string | undefined
  /** The record it is about, where that is another one. */
  readonly about: ReactNode
}

/** What was done about the record: who, what it was, the words, and when to get back. */
export function FollowUpLine({ followUp, name, about }: FollowUpLineProps) {
  const { index, locale, zone } = useRenderer()
  const t = useTexts()
  const { form: key, kind, doneAt, next, at, author } = followUp
  const form = index.form(key)
  const field = form?.fields.find((one) => one.key === form.followUpLog?.kind)
  const option = field === undefined ? undefined : index.options(field).find((one) => one.key === kind)
  const done =
    doneAt === null ? null : isDay(doneAt) ? formatDate(doneAt, locale) : formatDateTime(doneAt, locale, zone)
  return (
    <li className="pw-event pw-follow-up">
      <span className="pw-event-icon" aria-hidden="true">
        <Icon name={form?.icon ?? 'message'} />
      </span>
      <div>
        {about}
        <header>
          {author !== null && name !== undefined && <MemberName id={author} name={name} />}
          {option !== undefined && <OptionTag label={localize(option.label, locale)} color={option.color} />}
          <RecordLink
            form={key}
            id={followUp.id}
            title={form === undefined ? t('table.untitled') : localize(form.label, locale)}
          />
          {done !== null && <span className="pw-quiet pw-numeric">{done}</span>}
        </header>
        <p>{followUp.text === '' ? followUp.title : followUp.text}</p>
        {next !== null && (
          <span className="pw-quiet">{t('record.followUpNext', { day: formatDate(next, locale) })}</span>
        )}
      </div>
      <time className="pw-quiet pw-numeric" dateTime={at} title={formatDateTime(at, locale, zone)}>
        {formatTime(at, locale, zone)}
      </time>
    </li>
  )
}
