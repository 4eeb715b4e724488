import { ErrorNotice, RowsSkeleton, useNarrow } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { MailOff, OwnProgram } from './mail-off.tsx'
import { MailParts } from './mail-parts.tsx'
import { useMailSheet, type MailSheetProps } from './use-mail-sheet.ts'
import { useMailText } from './use-mail-text.ts'
import '../follow-up/follow-up.css'
import './mail.css'

function Send({ start, busy, send }: Pick<ReturnType<typeof useMailSheet>, 'start' | 'busy' | 'send'>) {
  const t = useMailText()
  const ready = start.data !== undefined
  return (
    <Button type="primary" size="large" block loading={busy} disabled={!ready} onClick={() => void send()}>
      {t('send')}
    </Button>
  )
}

/** Where a mail from a record is written. */
export function MailSheet(props: MailSheetProps) {
  const { form, record, onClose } = props
  const t = useMailText()
  const narrow = useNarrow()
  const sheet = useMailSheet(props)
  const { start, draft, write, send } = sheet
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
      {start.isError && <ErrorNotice problem={null} onRetry={() => void start.refetch()} />}
      {start.isPending && <RowsSkeleton rows={4} />}
      {start.data !== undefined && (
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
          {start.data.sender !== null && (
            <p className="pw-quiet mail-from">
              {t('from', { address: start.data.sender.address, replyTo: start.data.replyTo })}
            </p>
          )}
        </div>
      )}
    </Drawer>
  )
}
