import { localize } from '@pipewright/metadata'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDayHeading } from '../formats/date-format.ts'
import { useTexts } from '../texts/use-texts.ts'

/** The number of a day: begins a record on it, or opens the day where nothing may be made. */
export function DayButton(props: {
  readonly form: string
  readonly day: string
  readonly text: string
  readonly onCreate: ((day: string) => void) | undefined
  readonly onShow: (day: string) => void
}) {
  const { form, day, text, onCreate, onShow } = props
  const { index, locale } = useRenderer()
  const t = useTexts()
  const words = {
    day: formatDayHeading(day, locale, useReaderContext()().today),
    form: localize(index.form(form)?.label, locale),
  }
  return (
    <button
      type="button"
      className="pw-cal-day"
      aria-label={t(onCreate === undefined ? 'calendar.showDay' : 'calendar.newOn', words)}
      onClick={(event) => {
        event.stopPropagation()
        if (onCreate === undefined) onShow(day)
        else onCreate(day)
      }}
    >
      {text}
    </button>
  )
}
