import type { MailAddress, RecordMail } from '@pipewright/contract'
import { MemberName, Moment } from '@pipewright/renderer'
import { Icon, listed, OptionTag, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { CommentFiles } from '../talk/comment-files.tsx'
import type { TalkSite } from '../talk/use-talk.ts'
import { MailActions } from './mail-actions.tsx'
import { MailTrouble } from './mail-trouble.tsx'
import { useMailText } from './use-mail-text.ts'
import './mail.css'

export interface MailLineProps {
  readonly site: TalkSite
  readonly mail: RecordMail
  readonly author: string
  /** Another record that it is on. */
  readonly about?: ReactNode
}

const colors = { waiting: 'gold', sent: 'green', failed: 'red', received: 'blue' } as const

/** Longer texts are shown in part until somebody wants all of them. */
const isLong = (text: string): boolean => text.length > 600 || text.split('\n').length > 6

function People({ label, of }: { label: string; of: readonly MailAddress[] }) {
  const t = useMailText()
  const locale = useUiLocale()
  if (of.length === 0) return null
  const called = of.map(({ address, name }) => {
    if (address === null) return t('hidden')
    return name === null ? address : `${name} <${address}>`
  })
  return (
    <div className="mail-people">
      <span className="pw-quiet">{label}</span> {listed(called, locale)}
    </div>
  )
}

function Words({ text }: { text: string }) {
  const t = useMailText()
  const [whole, show] = useState(false)
  const long = isLong(text)
  if (text === '') return null
  return (
    <>
      <p className={long && !whole ? 'talk-words mail-short' : 'talk-words'}>{text}</p>
      {long && (
        <div className="talk-actions">
          <Button type="link" size="small" aria-expanded={whole} onClick={() => show(!whole)}>
            {t(whole ? 'less' : 'all')}
          </Button>
        </div>
      )}
    </>
  )
}

/** A mail in the timeline: who to whom, what it says, what came along, and what became of it. */
export function MailLine({ site, mail, author, about }: MailLineProps) {
  const t = useMailText()
  const { state, from, to, cc, reason } = mail
  const word = state === 'waiting' && reason !== null ? 'waitingAgain' : state
  return (
    <li className="talk-comment mail-line">
      {about}
      <header>
        <Icon name="mail" />
        <MemberName id={mail.author} name={author} />
        <OptionTag label={t(word)} color={colors[state]} />
        <span className="pw-quiet">
          <Moment at={mail.at} />
        </span>
      </header>
      <h4>{mail.subject}</h4>
      {from !== null && <People label={t('fromWhom')} of={[from]} />}
      <People label={t('to')} of={to} />
      <People label={t('cc')} of={cc} />
      <MailTrouble mail={mail} />
      <Words text={mail.text} />
      <CommentFiles files={mail.files} />
      <MailActions site={site} mail={mail} />
    </li>
  )
}
