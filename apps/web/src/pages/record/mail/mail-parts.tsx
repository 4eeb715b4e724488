import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { NextChoice } from '../follow-up/next-choice.tsx'
import { useFollowUpLog } from '../follow-up/use-follow-up-log.ts'
import { useText } from '../../../texts/use-text.ts'
import { Addresses, type Known } from './addresses.tsx'
import type { MailDraft } from './mail-draft.ts'
import { MailFiles } from './mail-files.tsx'
import { Part } from './part.tsx'
import { TemplateMenu } from './template-menu.tsx'
import type { MailPart } from './use-lacking.ts'
import { useTemplates } from './use-templates.ts'
import { useMailText } from './use-mail-text.ts'

export interface MailPartsProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly known: readonly Known[]
  readonly draft: MailDraft
  readonly write: (changes: Partial<MailDraft>) => void
  readonly wrong: (part: MailPart) => string | undefined
  /** Files go along only where mails go out from here. */
  readonly withFiles: boolean
}

/** When to get back, where mails are noted as follow-ups. */
function Next({ form, record, draft, write }: Pick<MailPartsProps, 'form' | 'record' | 'draft' | 'write'>) {
  const text = useText()
  const noted = useFollowUpLog(form, record)
  const { kind, mailKind, workingDays = false } = noted?.log ?? {}
  if (noted?.takesNext !== true || (kind !== undefined && mailKind === undefined)) return null
  return (
    <section className="follow-up mail-next">
      <h3>{text('followUpNext')}</h3>
      <NextChoice value={draft.next} workingDays={workingDays} onChange={(next) => write({ next })} />
    </section>
  )
}

/** What a mail is made of: whom it goes to, what it is about, what it says, what goes along. */
export function MailParts(props: MailPartsProps) {
  const { record, known, draft, write, wrong, withFiles } = props
  const t = useMailText()
  const [asksCc, askCc] = useState(false)
  const hasCc = asksCc || draft.cc.length > 0
  const templates = useTemplates(props, write)
  return (
    <>
      <Part label={t('to')} wrong={wrong('to')}>
        {(own) => <Addresses {...own} known={known} value={draft.to} onChange={(to) => write({ to })} />}
      </Part>
      {hasCc ? (
        <Part label={t('cc')} wrong={wrong('cc')}>
          {(own) => <Addresses {...own} known={known} value={draft.cc} onChange={(cc) => write({ cc })} />}
        </Part>
      ) : (
        <Button type="link" size="small" className="mail-add-cc" onClick={() => askCc(true)}>
          {t('addCc')}
        </Button>
      )}
      <TemplateMenu {...templates} />
      <Part label={t('subject')} wrong={wrong('subject')}>
        {(own) => (
          <Input
            {...own}
            maxLength={200}
            value={draft.subject}
            onChange={({ target }) => write({ subject: target.value })}
          />
        )}
      </Part>
      <Part label={t('text')} wrong={wrong('text')}>
        {(own) => (
          <Input.TextArea
            {...own}
            autoSize={{ minRows: 8, maxRows: 20 }}
            value={draft.text}
            onChange={({ target }) => write({ text: target.value })}
          />
        )}
      </Part>
      {withFiles && (
        <MailFiles record={record} form={props.form} draft={draft} write={write} wrong={wrong('files')} />
      )}
      {withFiles && <Next {...props} />}
    </>
  )
}
