import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useState, type FocusEvent } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Backdrop } from './backdrop.tsx'
import { Head, LineContent } from './line-content.tsx'
import type { RecordBarsProps } from './record-bars-props.ts'
import type { TimelineSite } from './timeline-site.ts'
import { useBarDrag } from './use-bar-drag.ts'
import { useLineKeys } from './use-line-keys.ts'
import { useTrayDrop } from './use-tray-drop.ts'

const rowHeight = 44
const groupHeight = 36
const overscan = 6

function useLines(site: TimelineSite, { lines }: Pick<RecordBarsProps, 'lines'>) {
  const { entries } = lines
  // oxlint-disable-next-line react/incompatible-library -- what it answers is read while drawing only
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => site.scroller(),
    estimateSize: (index) => (entries[index]?.kind === 'group' ? groupHeight : rowHeight),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan,
  })
  const items = virtual.getVirtualItems()
  useEffect(() => {
    for (const { index } of items) {
      const entry = entries[index]
      if (entry?.kind === 'more') entry.fetch()
    }
  })
  return { virtual, items }
}

/** One line takes the focus by Tab: the one that had it last, else the first that is drawn. */
function useStop(items: readonly VirtualItem[]) {
  const [last, setLast] = useState<VirtualItem['key'] | null>(null)
  const isDrawn = items.some(({ key }) => key === last)
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'])
    const item = items.find((each) => each.index === index)
    if (item !== undefined) setLast(item.key)
  }
  return { stop: isDrawn ? last : (items[0]?.key ?? null), onFocus }
}

/** The days with their lines; only lines in sight are drawn. */
export function TimelineLines(
  props: Pick<RecordBarsProps, 'lines' | 'label' | 'loading' | 'unscheduled'> & {
    readonly site: TimelineSite
    readonly attach: (scroller: HTMLDivElement | null) => void
  },
) {
  const { site, lines, loading, attach, label } = props
  const t = useTexts()
  const { virtual, items } = useLines(site, props)
  const drag = useBarDrag(site)
  const drop = useTrayDrop(site, props.unscheduled.rows)
  const onKeyDown = useLineKeys(site, lines.entries, virtual)
  const { stop, onFocus } = useStop(items)
  const width = site.side + site.scale.width
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the lines in it
    <div
      ref={attach}
      className="pw-tl-scroll"
      role="region"
      aria-label={label}
      aria-busy={loading}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...drop.handlers}
    >
      <div className="pw-tl-canvas" style={{ width }}>
        <Head site={site} drag={drag} />
        <div className="pw-tl-body" style={{ height: virtual.getTotalSize() }}>
          <div className="pw-tl-under" style={{ left: site.side, width: site.scale.width }}>
            <Backdrop scale={site.scale} over={drop.over} />
          </div>
          <ul>
            {items.map((item) => (
              <li
                key={item.key}
                data-index={item.index}
                className={`pw-tl-line${lines.entries[item.index]?.kind === 'group' ? ' pw-tl-group' : ''}`}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <LineContent
                  site={site}
                  entry={lines.entries[item.index]}
                  drag={drag}
                  isStop={item.key === stop}
                  onToggle={lines.onToggle}
                />
              </li>
            ))}
          </ul>
        </div>
        {lines.entries.length === 0 && !loading && <p className="pw-tl-none">{t('calendar.none')}</p>}
      </div>
    </div>
  )
}
