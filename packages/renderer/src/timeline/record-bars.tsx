import { useNarrow } from '@pipewright/ui'
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { addDays } from '../moments/days.ts'
import { momentFields, type MomentFields } from '../moments/moment-fields.ts'
import { valuesOfSpan, type RecordSpan } from '../moments/record-span.ts'
import { useMomentRights } from '../moments/use-moment-rights.ts'
import { useOptionColor } from '../moments/use-option-color.ts'
import { usePlacing } from '../moments/use-placing.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordBarsProps } from './record-bars-props.ts'
import { daysBetween, placeOfTime, timeScale, type TimeScale } from './time-scale.ts'
import { TimelineBar } from './timeline-bar.tsx'
import { TimelineLines } from './timeline-lines.tsx'
import { startOfPeriod, timelineWindow } from './timeline-span.ts'
import type { TimelineSite } from './timeline-site.ts'
import { UnscheduledTray } from './unscheduled-tray.tsx'
import './timeline.css'

const sideWidth = 240
const narrowSide = 128
const ahead = 24

/** Scrolls the period that is asked for into sight; on a narrow screen today, where it lies in the period. */
function useInSight(
  scroller: RefObject<HTMLDivElement | null>,
  scale: TimeScale,
  day: string,
  jumps: number,
): void {
  const { calendar } = useRenderer()
  const readerContext = useReaderContext()
  const narrow = useNarrow()
  const first = startOfPeriod(scale.span, day, calendar)
  useLayoutEffect(() => {
    const { today } = readerContext()
    const isNow = startOfPeriod(scale.span, today, calendar) === first
    // Hours before the work begins are no sight.
    const begin = scale.span === 'day' ? `${first}T07:00:00` : narrow && isNow ? addDays(today, -1) : first
    if (scroller.current !== null) scroller.current.scrollLeft = placeOfTime(scale, begin)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another period, or being asked again, scrolls
  }, [scale, first, jumps, narrow])
}

function useSite(
  props: RecordBarsProps,
  fields: MomentFields,
  scroller: RefObject<HTMLDivElement | null>,
): TimelineSite {
  const { view, span, day, onMove, onOpen, onShow, onCreate } = props
  const { zone, calendar } = useRenderer()
  const { movable, lengthens } = useMomentRights(view.form, fields)
  const color = useOptionColor(view.form, view.colorBy)
  const placing = usePlacing(view.form, fields, onMove)
  const hint = useId()
  const side = useNarrow() ? narrowSide : sideWidth
  const first = startOfPeriod(span, day, calendar)
  const scale = useMemo(() => timeScale(span, timelineWindow(span, first, calendar)), [span, first, calendar])
  const reveal = ({ start }: RecordSpan) => {
    const isNear = start.slice(0, 10) >= scale.from && start.slice(0, 10) < scale.until
    if (!isNear) return onShow(span, start.slice(0, 10))
    return scroller.current?.scrollTo({ left: Math.max(0, placeOfTime(scale, start) - ahead) })
  }
  return {
    form: view.form,
    fields,
    scale,
    scroller: () => scroller.current,
    side,
    allDay: fields.start.type !== 'dateTime',
    movable,
    lengthens,
    placing,
    mayMove: (record) => movable && record.may?.update !== false,
    ...color,
    onOpen,
    createIn:
      onCreate &&
      ((at, group) =>
        onCreate({
          ...valuesOfSpan(fields, at, zone),
          ...(group === null ? {} : { [group.field]: group.value }),
        })),
    reveal,
    hint,
  }
}

function Timeline(props: RecordBarsProps & { readonly fields: MomentFields }) {
  const { fields, trayOpen, onTray, unscheduled } = props
  const t = useTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const attach = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element
  }, [])
  const [jumps, setJumps] = useState(0)
  const site = useSite(props, fields, scroller)
  useInSight(scroller, site.scale, props.day, jumps)
  return (
    <div className="pw-tl" data-days={daysBetween(site.scale.from, site.scale.until)}>
      <TimelineBar {...props} onToday={() => setJumps((count) => count + 1)} />
      <p id={site.hint} className="pw-hidden-text">
        {t(site.lengthens ? 'moment.keys' : site.movable ? 'moment.moveKeys' : 'calendar.open')}
      </p>
      <div className="pw-tl-both">
        <TimelineLines {...props} site={site} attach={attach} />
        {trayOpen && (
          <UnscheduledTray
            unscheduled={unscheduled}
            mayMove={site.mayMove}
            onOpen={props.onOpen}
            onDate={site.placing.ask}
            onClose={() => onTray(false)}
          />
        )}
      </div>
      {site.placing.extras}
    </div>
  )
}

/** Records as bars over their days: drag to move, drag an end to carry it, draw on an empty line to begin one. */
export function RecordBars(props: RecordBarsProps) {
  const { index } = useRenderer()
  const fields = useMemo(() => momentFields(index, props.view), [index, props.view])
  return fields === undefined ? null : <Timeline {...props} fields={fields} />
}
