import { useVirtualizer } from '@tanstack/react-virtual'
import { Skeleton } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { GalleryCard } from './gallery-card.tsx'
import type { RecordGalleryProps } from './record-gallery-props.ts'
import { usePictures } from './use-pictures.ts'
import './gallery.css'

const cardWidth = 232
/** On a phone two stand side by side. */
const narrowWidth = 150
const phone = 640
const usualHeight = 300
const gap = 16
const ahead = 2

/** How many cards stand side by side in an element. */
function useAcross(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(cardWidth * 4)
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? cardWidth))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  const card = width < phone ? narrowWidth : cardWidth
  return Math.max(1, Math.floor((width + gap) / (card + gap)) || 1)
}

function Cards(props: RecordGalleryProps) {
  const { view, rows, hasMore, loadingMore, onLoadMore } = props
  const { index, locale } = useRenderer()
  const list = useRef<HTMLDivElement>(null)
  const across = useAcross(list)
  const pictures = usePictures(rows, view.picture ?? '')
  const columns = useMemo(
    () =>
      columnsOf(index, view.form, view.columns, locale).filter(
        ({ path }) => path !== view.picture && path !== index.form(view.form)?.titleField,
      ),
    [index, view, locale],
  )
  const lines = Math.ceil(rows.length / across)
  // oxlint-disable-next-line react/incompatible-library -- what it answers is read while drawing only
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => list.current,
    estimateSize: () => usualHeight,
    overscan: 2,
    gap,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)
  const isNearEnd = hasMore && !loadingMore && last !== undefined && last.index >= lines - ahead
  useEffect(() => {
    if (isNearEnd) onLoadMore()
  }, [isNearEnd, onLoadMore])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div ref={list} className="pw-gallery" role="region" aria-label={props.label} tabIndex={0}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className="pw-gallery-line"
            style={{
              transform: `translateY(${item.start}px)`,
              gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
            }}
          >
            {rows.slice(item.index * across, (item.index + 1) * across).map((record) => (
              <GalleryCard
                key={record.id}
                record={record}
                picture={pictures.get(record.id)}
                columns={columns}
                onOpen={props.onOpen}
              />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Records as cards with their first picture; only those in sight are drawn. */
export function RecordGallery(props: RecordGalleryProps) {
  if (props.loading) return <Skeleton active className="pw-gallery-wait" paragraph={{ rows: 10 }} />
  if (props.rows.length === 0) return <>{props.empty}</>
  return <Cards {...props} />
}
