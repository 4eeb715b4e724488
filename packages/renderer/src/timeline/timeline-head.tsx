import { useRenderer } from '../environment/use-renderer.ts'
import { bandUnits, timeBands, type BandUnit } from './time-bands.ts'
import type { TimeScale } from './time-scale.ts'
import { useBandWords } from './use-band-words.ts'

function Line({ scale, unit, upper }: { scale: TimeScale; unit: BandUnit; upper: boolean }) {
  const { calendar } = useRenderer()
  const words = useBandWords(scale.span)
  return (
    <div className={upper ? 'pw-tl-bands pw-tl-bands-upper' : 'pw-tl-bands'}>
      {timeBands(scale, unit, calendar).map(({ at, left, width }) => (
        <div key={at} className="pw-tl-band" style={{ left, width }}>
          <span>{words(unit, at, upper)}</span>
        </div>
      ))}
    </div>
  )
}

/** The days over the lines: what is small, and what it lies in. */
export function TimelineHead({ scale }: { readonly scale: TimeScale }) {
  const [upper, lower] = bandUnits[scale.span]
  return (
    <div className="pw-tl-days" style={{ width: scale.width }} aria-hidden="true">
      <Line scale={scale} unit={upper} upper />
      <Line scale={scale} unit={lower} upper={false} />
    </div>
  )
}
