import type { RecordAnswer } from '@pipewright/contract'
import { Icon, useNarrow } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import type { Unscheduled } from './record-bars-props.ts'
import { trayType } from './use-tray-drop.ts'

interface TrayProps {
  readonly unscheduled: Unscheduled
  readonly mayMove: (record: RecordAnswer) => boolean
  readonly onOpen: (record: RecordAnswer) => void
  readonly onDate: (record: RecordAnswer) => void
}

function Undated({ unscheduled, mayMove, onOpen, onDate }: TrayProps) {
  const t = useTexts()
  return (
    <>
      <ul className="pw-tl-undated">
        {unscheduled.rows.map((record) => {
          const title = record.title || t('table.untitled')
          const movable = mayMove(record)
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button in it does the same by keyboard
            <li
              key={record.id}
              draggable={movable}
              onDragStart={(event) => {
                event.dataTransfer.setData(trayType, record.id)
                event.dataTransfer.effectAllowed = 'move'
              }}
            >
              <button type="button" className="pw-tl-name" onClick={() => onOpen(record)}>
                {title}
              </button>
              {movable && (
                <Button
                  type="text"
                  size="small"
                  icon={<Icon name="calendar" />}
                  aria-label={t('moment.move', { title })}
                  title={t('moment.moveTo')}
                  onClick={() => onDate(record)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {unscheduled.hasMore && (
        <Button block loading={unscheduled.loading} onClick={unscheduled.onMore}>
          {t('moment.more')}
        </Button>
      )}
    </>
  )
}

/** Records that have no date yet: dragged onto a day, or given one by a dialog. */
export function UnscheduledTray(props: TrayProps & { readonly onClose: () => void }) {
  const t = useTexts()
  const title = t('moment.unscheduled')
  if (useNarrow())
    return (
      <Drawer open title={title} placement="bottom" size="70%" onClose={props.onClose}>
        <Undated {...props} />
      </Drawer>
    )
  return (
    <aside className="pw-tl-tray" aria-label={title}>
      <div className="pw-tl-tray-head">
        <h3>{title}</h3>
        <Button
          type="text"
          size="small"
          icon={<Icon name="close" />}
          aria-label={t('moment.closeTray')}
          onClick={props.onClose}
        />
      </div>
      <p className="pw-quiet">{t('moment.drop')}</p>
      <Undated {...props} />
    </aside>
  )
}
