import type { DatesSetArg } from '@fullcalendar/core'
import zhCn from '@fullcalendar/core/locales/zh-cn'
import dayGrid from '@fullcalendar/daygrid'
import interaction from '@fullcalendar/interaction'
import list from '@fullcalendar/list'
import FullCalendar from '@fullcalendar/react'
import timeGrid from '@fullcalendar/timegrid'
import { useNarrow } from '@pipewright/ui'
import { useEffect, useId, useMemo, useRef, type RefObject } from 'react'
import { WithoutLinks } from '../environment/without-links.tsx'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { wallTime } from '../formats/zone-clock.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { calendarSpans } from './calendar-span.ts'
import { DayButton } from './day-button.tsx'
import { EventContent } from './event-content.tsx'
import type { RecordCalendarProps } from './record-calendar-props.ts'
import { useCalendarEvents, type CalendarEvents } from './use-calendar-events.tsx'
import './calendar.css'

const plugins = [dayGrid, timeGrid, list, interaction]

/** The library's view for a span; whole days need no hours. */
const gridOf = (allDay: boolean) => ({
  month: 'dayGridMonth',
  week: allDay ? 'dayGridWeek' : 'timeGridWeek',
  day: allDay ? 'dayGridDay' : 'timeGridDay',
  agenda: 'listMonth',
})

/** Carries what is asked for to the library, and what the library does by itself back. */
function useShown(
  calendar: RefObject<FullCalendar | null>,
  { span, day, onShow }: RecordCalendarProps,
  allDay: boolean,
) {
  const grid = gridOf(allDay)
  const name = grid[span]
  useEffect(() => {
    // The library draws synchronously, which React does not allow while it is drawing itself.
    queueMicrotask(() => calendar.current?.getApi().changeView(name, day))
  }, [calendar, name, day])
  const onDates = ({ view, start }: DatesSetArg) => {
    const shown = calendarSpans.find((one) => grid[one] === view.type)
    if (shown === 'day' && (shown !== span || start.toISOString().slice(0, 10) !== day))
      onShow(shown, start.toISOString().slice(0, 10))
  }
  return { name, dayName: grid.day, onDates }
}

function Grid(props: RecordCalendarProps & { readonly events: CalendarEvents }) {
  const { day, events, onCreate, onShow } = props
  const { locale, calendar: week, zone } = useRenderer()
  const readerContext = useReaderContext()
  const t = useTexts()
  const narrow = useNarrow()
  const calendar = useRef<FullCalendar>(null)
  const shown = useShown(calendar, props, events.allDay)
  return (
    <FullCalendar
      ref={calendar}
      plugins={plugins}
      headerToolbar={false}
      initialView={shown.name}
      initialDate={day}
      timeZone="UTC"
      now={() => `${wallTime(Date.parse(readerContext().now), zone)}Z`}
      locales={[zhCn]}
      locale={locale === 'zh' ? 'zh-cn' : 'en'}
      firstDay={(week?.weekStart ?? 1) % 7}
      height={narrow ? 'auto' : '100%'}
      fixedWeekCount={false}
      dayMaxEvents={narrow ? 2 : true}
      moreLinkClick={() => shown.dayName}
      // A day says what it is by its own button, and what leads to it is pressed like one.
      dayCellDidMount={({ el }) => el.removeAttribute('aria-labelledby')}
      moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
      moreLinkHint={(count) => t('calendar.more', { count })}
      noEventsContent={t('calendar.none')}
      allDaySlot={false}
      slotDuration="00:30:00"
      scrollTime="08:00:00"
      nowIndicator
      eventDisplay="block"
      eventInteractive
      longPressDelay={400}
      datesSet={shown.onDates}
      dayCellContent={({ date }) => (
        <DayButton
          form={props.view.form}
          day={date.toISOString().slice(0, 10)}
          text={String(date.getUTCDate())}
          onCreate={onCreate && events.createOn}
          onShow={(one) => onShow('day', one)}
        />
      )}
      eventContent={(shape) => (
        <EventContent shape={shape} columns={events.columns} note={events.noteOf} mayMove={events.mayMove} />
      )}
      {...events.handlers}
    />
  )
}

/** Records on the days they belong to: drag to move, drag an edge to lengthen, click a day to begin one there. */
export function RecordCalendar(props: RecordCalendarProps) {
  const t = useTexts()
  const hint = useId()
  const events = useCalendarEvents(props, hint)
  const bar = useMemo(() => <CalendarBar {...props} />, [props])
  if (events === undefined) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the records in it
    <div
      className="pw-cal"
      role="region"
      aria-label={props.label}
      tabIndex={-1}
      onKeyDown={events.onKeyDown}
      onContextMenu={events.onContextMenu}
    >
      {bar}
      <p id={hint} className="pw-hidden-text">
        {t(events.movable ? 'calendar.keys' : 'calendar.open')}
      </p>
      <div className="pw-cal-grid">
        <WithoutLinks>
          <Grid {...props} events={events} />
        </WithoutLinks>
      </div>
      {events.extras}
    </div>
  )
}
