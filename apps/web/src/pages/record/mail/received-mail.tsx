import { Moment } from '@pipewright/renderer'
import { Alert, Button, Modal } from 'antd'
import { useRef } from 'react'
import { listed, useUiLocale } from '@pipewright/ui'
import type { Party, ReadMail } from './read-eml.ts'
import { useReceivedMail, type ReceivedMailProps } from './use-received-mail.ts'
import { useMailText } from './use-mail-text.ts'
import './mail.css'

const called = ({ name, address }: Party): string => (name === '' ? address : `${name} <${address}>`)

/** What will stand in the timeline. */
function Preview({ mail }: { mail: ReadMail }) {
  const t = useMailText()
  const locale = useUiLocale()
  return (
    <div className="mail-line mail-preview">
      <h4>{mail.subject}</h4>
      <div className="mail-people">
        <span className="pw-quiet">{t('fromWhom')}</span> {called(mail.from)}{' '}
        <span className="pw-quiet">
          <Moment at={mail.at} />
        </span>
      </div>
      {mail.to.length > 0 && (
        <div className="mail-people">
          <span className="pw-quiet">{t('to')}</span> {listed(mail.to.map(called), locale)}
        </div>
      )}
      <p className="mail-short">{mail.text}</p>
      {mail.files.length > 0 && (
        <div className="mail-people">
          <span className="pw-quiet">{t('files')}</span>{' '}
          {listed(
            mail.files.map(({ name }) => name),
            locale,
          )}
        </div>
      )}
    </div>
  )
}

/** Adds a mail that came to one's mailbox, from the file that mail programs save. */
export function ReceivedMailDialog(props: ReceivedMailProps) {
  const t = useMailText()
  const input = useRef<HTMLInputElement>(null)
  const { mail, wrong, busy, choose, add } = useReceivedMail(props)
  return (
    <Modal
      open
      title={t('addReceived')}
      okText={t('addReceived')}
      okButtonProps={{ disabled: mail === undefined, loading: busy }}
      onOk={() => void add()}
      onCancel={props.onClose}
    >
      <div className="mail-parts">
        <p className="pw-quiet mail-from">{t('addReceivedHint')}</p>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          accept=".eml,message/rfc822"
          aria-label={t('chooseEml')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file !== undefined) void choose(file)
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('chooseEml')}</Button>
        {wrong !== null && <Alert type="error" showIcon title={wrong} />}
        {mail !== undefined && <Preview mail={mail} />}
      </div>
    </Modal>
  )
}
