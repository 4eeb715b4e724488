import { useTexts } from '../texts/use-texts.ts'
import type { DrawingProps } from './drawings/drawing-props.ts'

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`

/** Steps of a funnel as centred bars: the widest is the largest. */
export function FunnelFigures({ model, onDrill }: Omit<DrawingProps, 'height'>) {
  const t = useTexts()
  const sizes = model.figures.map((line) => line[0]?.size ?? 0)
  const widest = Math.max(...sizes, 1)
  const first = sizes[0] ?? 0
  return (
    <ol className="pw-funnel">
      {model.groups.map((group, at) => {
        const figure = model.figures[at]?.[0] ?? null
        const size = sizes[at] ?? 0
        const share = percent(size, first)
        return (
          <li key={group}>
            <span className="pw-funnel-name" title={group}>
              {group}
            </span>
            <button
              type="button"
              className="pw-funnel-bar"
              disabled={figure === null || onDrill === undefined}
              title={t('chart.share', { share })}
              aria-label={`${group}: ${figure?.text ?? '0'}, ${t('chart.share', { share })}`}
              onClick={() => figure !== null && onDrill?.(figure.filter)}
            >
              <span style={{ width: `${Math.max(2, (size / widest) * 100)}%` }} />
            </button>
            <span className="pw-funnel-figure pw-numeric">
              {figure?.text ?? '0'} <span className="pw-quiet">{share}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
