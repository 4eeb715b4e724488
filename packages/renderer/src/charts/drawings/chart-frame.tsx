import { neutrals, palette, useThemeMode, type PaletteColor } from '@pipewright/ui'
import type { ChartModel } from '../chart-model.ts'

const order: readonly PaletteColor[] = [
  'blue',
  'cyan',
  'gold',
  'purple',
  'green',
  'magenta',
  'orange',
  'gray',
]

/** Colours of a drawing: one accent for one series, calm neighbours for several. */
export function useDrawingColors() {
  const mode = useThemeMode()
  const { border, textQuiet, accentSurface } = neutrals[mode]
  return {
    line: border,
    text: textQuiet,
    hover: accentSurface,
    series: (at: number) => palette[mode][order[at % order.length] ?? 'blue'].solid,
  }
}

/** Where figures of another unit are read: at the right, in whole steps as they mostly count something. */
export const secondAxis = { yAxisId: 1, orientation: 'right', width: 44 } as const

export interface DrawnRow {
  readonly label: string
  readonly at: number
}

export const drawnRows = (model: ChartModel): DrawnRow[] => model.groups.map((label, at) => ({ label, at }))

export interface FigureTipProps {
  readonly model: ChartModel
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** The exact figures of the group under the pointer. */
export function FigureTip({ model, active, payload }: FigureTipProps) {
  const colors = useDrawingColors()
  const row = payload?.[0]?.payload as DrawnRow | undefined
  if (active !== true || row === undefined) return null
  return (
    <div className="pw-chart-tip">
      <strong>{row.label}</strong>
      {model.series.map((name, at) => {
        const figure = model.figures[row.at]?.[at]
        if (figure === null || figure === undefined) return null
        return (
          <div key={name}>
            <span className="pw-dot" style={{ background: colors.series(at) }} /> {name}
            <span className="pw-numeric">{figure.text}</span>
          </div>
        )
      })}
    </div>
  )
}
