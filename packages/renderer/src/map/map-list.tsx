import type { RecordAnswer } from '@pipewright/contract'
import { Icon, useNarrow } from '@pipewright/ui'
import { Button, Segmented, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useCount } from '../formats/use-count.ts'
import { CardFacts } from '../table/card-facts.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { MapRecords, MapSide, RecordMapProps } from './record-map-props.ts'
import type { PlaceLook } from './use-place-look.ts'
import '../table/card-title.css'

interface ListProps extends Pick<
  RecordMapProps,
  'inSight' | 'nowhere' | 'side' | 'onSide' | 'spot' | 'onSpot' | 'onOpen'
> {
  readonly look: PlaceLook
  readonly chosen: string | undefined
  readonly onChoose: (record: RecordAnswer) => void
  readonly onHover: (record: RecordAnswer | null) => void
}

function Rows(props: ListProps & { readonly list: MapRecords }) {
  const { list, look, chosen, onChoose, onHover, side, onOpen } = props
  const t = useTexts()
  if (list.rows.length === 0)
    return list.loading ? (
      <Skeleton active className="pw-map-wait" paragraph={{ rows: 4 }} />
    ) : (
      <p className="pw-quiet pw-map-none">{t(side === 'inSight' ? 'map.noneInSight' : 'map.noneNowhere')}</p>
    )
  return (
    <>
      <ul className="pw-map-rows">
        {list.rows.map((record) => (
          <li key={record.id} onPointerEnter={() => onHover(record)} onPointerLeave={() => onHover(null)}>
            <button
              type="button"
              className="pw-card-title"
              aria-current={record.id === chosen ? 'true' : undefined}
              onFocus={() => onHover(record)}
              onBlur={() => onHover(null)}
              onClick={() => (side === 'nowhere' ? onOpen(record) : onChoose(record))}
            >
              {look.nameOf(record) !== undefined && (
                <span
                  className="pw-map-dot"
                  aria-hidden="true"
                  style={{ background: `var(--pw-${look.colorOf(record)}-solid)` }}
                />
              )}
              {record.title || t('table.untitled')}
            </button>
            <CardFacts record={record} columns={look.columns} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button block loading={list.loading} onClick={list.onMore}>
          {t('map.more')}
        </Button>
      )}
    </>
  )
}

interface HeadProps extends Pick<ListProps, 'inSight' | 'nowhere' | 'side' | 'onSide'> {
  /** Of the sheet that it opens. */
  readonly id: string
  readonly isUnfolded: boolean
  readonly onFold: (isUnfolded: boolean) => void
}

/** Which records are listed and how many there are; on a phone, what folds the sheet. */
function Head({ inSight, nowhere, side, onSide, id, isUnfolded, onFold }: HeadProps) {
  const t = useTexts()
  const said = useCount()
  const narrow = useNarrow()
  const named = (key: 'map.inSight' | 'map.nowhere', { count }: MapRecords) =>
    t(key, { count: count === undefined ? '…' : said(count.count, count.exact) })
  const options: { value: MapSide; label: string }[] = [
    { value: 'inSight', label: named('map.inSight', inSight) },
    { value: 'nowhere', label: named('map.nowhere', nowhere) },
  ]
  return (
    <div className="pw-map-side-head">
      <Segmented
        block
        aria-label={t('map.list')}
        options={options}
        value={side}
        onChange={(next) => {
          onSide(next)
          onFold(true)
        }}
      />
      {narrow && (
        <Button
          type="text"
          className="pw-map-fold"
          icon={<Icon name={isUnfolded ? 'down' : 'up'} />}
          aria-expanded={isUnfolded}
          aria-controls={id}
          aria-label={t(isUnfolded ? 'map.fold' : 'map.unfold')}
          onClick={() => onFold(!isUnfolded)}
        />
      )}
    </div>
  )
}

/** Whoever cannot use a map has all of it as a list: beside it, or on a phone in a sheet below it. */
export function MapList(props: ListProps) {
  const { inSight, nowhere, side, spot, onSpot } = props
  const t = useTexts()
  const narrow = useNarrow()
  const [isOpen, open] = useState(false)
  const id = useId()
  const isUnfolded = isOpen || spot !== null
  const isShown = !narrow || isUnfolded
  const onFold = (next: boolean) => {
    open(next)
    if (!next) onSpot(null)
  }
  return (
    <aside className={isShown ? 'pw-map-side' : 'pw-map-side pw-map-folded'} aria-label={t('map.list')}>
      <Head {...props} id={id} isUnfolded={isUnfolded} onFold={onFold} />
      <div id={id} className="pw-map-side-body" hidden={!isShown}>
        {spot !== null && side === 'inSight' && (
          <Button size="small" icon={<Icon name="close" />} onClick={() => onSpot(null)}>
            {t('map.spot')}
          </Button>
        )}
        <Rows
          {...props}
          list={side === 'inSight' ? inSight : nowhere}
          onChoose={(record) => {
            // The sheet would cover its card.
            if (narrow) onFold(false)
            props.onChoose(record)
          }}
        />
      </div>
    </aside>
  )
}
