import type { RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useText } from '../../../texts/use-text.ts'
import { dueWords } from '../../todo/due-words.ts'
import { NewShare } from './new-share.tsx'
import { useReceiverName } from './use-receiver-name.ts'
import type { Shares } from './use-shares.ts'
import './share.css'

/** With whom a record is shared, on which terms, and one more. */
export function ShareDialog(props: { record: RecordAnswer; at: Shares; onClose: () => void }) {
  const { record, at, onClose } = props
  const text = useText()
  const locale = useUiLocale()
  const { me } = useRenderer()
  const nameOf = useReceiverName()
  return (
    <Modal open title={text('shareTitle', { title: record.title })} footer={null} onCancel={onClose}>
      <p>{text('shareHint')}</p>
      <ul className="share-list">
        {at.shares.map((share) => (
          <li key={share.id}>
            <span>
              {nameOf(share)}
              <small>
                {text(share.edit ? 'shareToEdit' : 'shareToRead')}
                {share.until !== null &&
                  ` · ${text('shareUntil', { day: dueWords(share.until, null, locale) })}`}
                {!share.reaches && ` · ${text('shareBlind')}`}
              </small>
            </span>
            {(at.mayShare || share.member === me) && (
              <Button
                size="small"
                aria-label={text('shareStopWith', { name: nameOf(share) })}
                onClick={() => void at.end(share.id)}
              >
                {text('shareStop')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {at.mayShare && <NewShare owner={record.owner} onShare={at.share} />}
    </Modal>
  )
}
