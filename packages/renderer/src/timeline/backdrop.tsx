import { useMemo } from 'react'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { wallTime } from '../formats/zone-clock.ts'
import { bandUnits, timeBands, weekendBands } from './time-bands.ts'
import { placeOfTime, type TimeScale } from './time-scale.ts'

/** Weekends, the lines between days, and now. */
export function Backdrop({ scale, over }: { readonly scale: TimeScale; readonly over: number | null }) {
  const { zone, calendar } = useRenderer()
  const { now } = useReaderContext()()
  const bands = useMemo(
    () => ({ weekends: weekendBands(scale), lines: timeBands(scale, bandUnits[scale.span][1], calendar) }),
    [scale, calendar],
  )
  const at = placeOfTime(scale, wallTime(Date.parse(now), zone))
  return (
    <div className="pw-tl-backdrop" aria-hidden="true">
      {bands.weekends.map(({ at: day, left, width }) => (
        <div key={day} className="pw-tl-weekend" style={{ left, width }} />
      ))}
      {bands.lines.map(({ at: start, left }) => (
        <div key={start} className="pw-tl-rule" style={{ left }} />
      ))}
      {over !== null && (
        <div className="pw-tl-over" style={{ left: over, width: Math.max(4, scale.dayWidth) }} />
      )}
      {at >= 0 && at <= scale.width && <div className="pw-tl-now" style={{ left: at }} />}
    </div>
  )
}
