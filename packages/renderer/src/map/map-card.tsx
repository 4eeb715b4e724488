import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { directionsTo } from '../controls/location/map-links.ts'
import { partOf } from '../controls/part-of.ts'
import { CardFacts } from '../table/card-facts.tsx'
import { valueAt, type Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { PlaceLook } from './use-place-look.ts'

interface CardProps {
  readonly record: RecordAnswer
  readonly columns: readonly Column[]
  readonly look: PlaceLook
  readonly onOpen: (record: RecordAnswer) => void
  readonly onClose: () => void
}

/** What is known of the record that was picked on the map, and what one does there: open it, call, go there. */
export function MapCard({ record, columns, look, onOpen, onClose }: CardProps) {
  const t = useTexts()
  const card = useRef<HTMLElement>(null)
  const { id } = record
  useEffect(() => {
    card.current?.querySelector<HTMLElement>('.pw-card-title')?.focus()
  }, [id])
  const title = record.title || t('table.untitled')
  const place = valueAt(record, look.field.key)
  const directions = directionsTo(
    look.field,
    { latitude: partOf(place, 'latitude'), longitude: partOf(place, 'longitude') },
    partOf(place, 'label') || title,
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button in it closes it too
    <article
      ref={card}
      className="pw-map-card"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="pw-map-card-head">
        <button type="button" className="pw-card-title" onClick={() => onOpen(record)}>
          {title}
        </button>
        <Button
          type="text"
          size="small"
          icon={<Icon name="close" />}
          aria-label={t('map.closeCard')}
          onClick={onClose}
        />
      </div>
      <CardFacts record={record} columns={columns} />
      <div className="pw-map-card-ways">
        <Button size="small" onClick={() => onOpen(record)}>
          {t('map.open')}
        </Button>
        {directions !== null && (
          <Button size="small" href={directions} target="_blank" rel="noopener noreferrer">
            {t('map.directions')}
          </Button>
        )}
      </div>
    </article>
  )
}
