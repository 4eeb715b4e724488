import type { RecordMail, TimelineEntry } from '@pipewright/contract'
import { AboutRecord } from '@pipewright/renderer'
import { RowsSkeleton } from '@pipewright/ui'
import { lazy, Suspense } from 'react'

const MailLine = lazy(async () => ({ default: (await import('../mail/mail-line.tsx')).MailLine }))

export interface OneMailProps {
  readonly form: string
  readonly record: string
  readonly mail: RecordMail
  readonly author: string
  readonly about: TimelineEntry['about']
}

/** A mail of the record, or of another one, which is named then; it is drawn where a timeline has one. */
export function OneMail({ form, record, mail, author, about }: OneMailProps) {
  const site = about === null ? { form, id: record } : { form: about.form, id: about.id }
  return (
    <Suspense
      fallback={
        <li>
          <RowsSkeleton rows={2} />
        </li>
      }
    >
      <MailLine
        {...{ site, mail, author }}
        {...(about === null ? {} : { about: <AboutRecord {...about} from={form} /> })}
      />
    </Suspense>
  )
}
