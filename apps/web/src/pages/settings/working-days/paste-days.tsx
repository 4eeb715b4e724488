import type { SpecialDay } from '@pipewright/contract'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'
import { useSettingsText } from '../use-settings-text.ts'
import { readDays } from './read-days.ts'

interface PasteDaysProps {
  readonly year: number
  readonly onTake: (days: readonly SpecialDay[]) => void
  readonly onClose: () => void
}

/** Takes days over from pasted lines, and says which of them it does not understand. */
export function PasteDays({ year, onTake, onClose }: PasteDaysProps) {
  const t = useSettingsText()
  const text = useText()
  const [pasted, setPasted] = useState('')
  const { days, unread } = readDays(pasted, year)
  return (
    <Modal
      open
      title={t('workPaste')}
      okText={t('workPasteTake')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: days.length === 0 }}
      onCancel={onClose}
      onOk={() => onTake(days)}
    >
      <p className="settings-hint">{t('workPasteHint', { year })}</p>
      <Input.TextArea
        autoFocus
        rows={8}
        aria-label={t('workPasteLabel')}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      {unread.length > 0 && (
        <Alert
          className="work-unread"
          type="warning"
          title={t('workPasteUnread', { lines: unread.slice(0, 5).join(' · ') })}
        />
      )}
      {days.length > 0 && (
        <ul className="work-read">
          {days.map(({ day, name, works }) => (
            <li key={day}>
              {day} {name} · {t(works ? 'workOn' : 'workOff')}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
