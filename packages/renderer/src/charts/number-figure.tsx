import type { DrawingProps } from './drawings/drawing-props.ts'

/** One figure that counts, or a few side by side. */
export function NumberFigure({ model, onDrill }: Omit<DrawingProps, 'height'>) {
  return (
    <div className="pw-figures">
      {model.series.map((name, at) => {
        const figure = model.figures[0]?.[at] ?? null
        const text = figure?.text || model.totals[at] || '0'
        return (
          <button
            key={name}
            type="button"
            className="pw-figure"
            disabled={figure === null || onDrill === undefined}
            onClick={() => figure !== null && onDrill?.(figure.filter)}
          >
            <span className="pw-figure-value pw-numeric">{text}</span>
            <span className="pw-quiet">{name}</span>
          </button>
        )
      })}
    </div>
  )
}
