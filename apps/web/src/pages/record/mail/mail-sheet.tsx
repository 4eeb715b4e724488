import { ErrorNotice, RowsSkeleton, useNarrow } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useConnection } from '../../../queries/connection.ts'
import { MailOff, OwnProgram } from './mail-off.tsx'
import { MailParts } from './mail-parts.tsx'
import { useMailSheet, type MailSheetProps } from './use-mail-sheet.ts'
import { useMailText } from './use-mail-text.ts'
import '../follow-up/follow-up.css'
import './mail.css'

type Sheet = ReturnType<typeof useMailSheet>

function Send({ start, isAway, busy, send }: Pick<Sheet, 'start' | 'isAway' | 'busy' | 'send'>) {
  const t = useMailText()
  const ready = start.data !== undefined || isAway
  return (
    <Button type="primary" size="large" block loading={busy} disabled={!ready} onClick={() => void send()}>
      {t('send')}
    </Button>
  )
}

/** How the mail goes out, or that it waits until it can. */
function Way({ start }: Pick<Sheet, 'start'>) {
  const t = useMailText()
  const connection = useConnection()
  const { sender, replyTo = '' } = start.data ?? {}
  if (sender === null) return null
  return (
    <>
      {sender !== undefined && (
        <p className="pw-quiet mail-from">{t('from', { address: sender.address, replyTo })}</p>
      )}
      {connection === 'lost' && <p className="pw-quiet mail-from">{t('away')}</p>}
    </>
  )
}

/** Where a mail from a record is written. */
export function MailSheet(props: MailSheetProps) {
  const { form, record, onClose } = props
  const t = useMailText()
  const narrow = useNarrow()
  const sheet = useMailSheet(props)
  const { start, isAway, draft, write, send } = sheet
  const isOff = start.data?.sender === null
  return (
    <Drawer
      open
      title={t('title', { title: record.title })}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '92%' : 560}
      rootClassName="mail-sheet"
      onClose={onClose}
      footer={isOff ? <OwnProgram {...props} draft={draft} /> : <Send {...sheet} />}
    >
      {start.isError && !isAway && <ErrorNotice problem={null} onRetry={() => void start.refetch()} />}
      {start.isPending && <RowsSkeleton rows={4} />}
      {(start.data !== undefined || isAway) && (
        <div
          className="mail-parts"
          role="presentation"
          onKeyDown={(event) => {
            const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
            if (sends && !isOff && !event.nativeEvent.isComposing) void send()
          }}
        >
          {isOff && <MailOff />}
          <MailParts
            form={form}
            record={record}
            known={sheet.known}
            draft={draft}
            write={write}
            wrong={sheet.wrong}
            withFiles={!isOff}
          />
          <Way start={start} />
        </div>
      )}
    </Drawer>
  )
}
