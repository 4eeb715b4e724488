import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { drawnRows, FigureTip, secondAxis, useDrawingColors, type DrawnRow } from './chart-frame.tsx'
import type { DrawingProps } from './drawing-props.ts'

/** Lines over groups in order, usually periods. */
export function LineDrawing({ model, height, onDrill }: DrawingProps) {
  const colors = useDrawingColors()
  const axis = { tick: { fill: colors.text, fontSize: 12 }, tickLine: false } as const
  const drill = (at: number, row: unknown) => {
    const filter = model.figures[(row as DrawnRow | undefined)?.at ?? -1]?.[at]?.filter
    if (filter !== undefined) onDrill?.(filter)
  }
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={drawnRows(model)} margin={{ top: 8, right: 32, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke={colors.line} />
        <XAxis dataKey="label" {...axis} axisLine={{ stroke: colors.line }} interval="preserveStartEnd" />
        <YAxis {...axis} axisLine={false} width={56} tickFormatter={model.short[0]} />
        {model.axes.includes(1) && (
          <YAxis {...axis} {...secondAxis} axisLine={false} tickFormatter={model.short[1]} />
        )}
        <Tooltip content={<FigureTip model={model} />} />
        {model.series.length > 1 && <Legend iconType="circle" iconSize={8} />}
        {model.series.map((name, at) => (
          <Line
            key={name}
            name={name}
            yAxisId={model.axes[at] ?? 0}
            dataKey={(row: DrawnRow) => model.figures[row.at]?.[at]?.size ?? 0}
            stroke={colors.series(at)}
            strokeWidth={2}
            dot={{ r: 3, strokeWidth: 0, fill: colors.series(at) }}
            activeDot={{
              r: 5,
              cursor: 'pointer',
              onClick: (point) => drill(at, 'payload' in point ? point.payload : undefined),
            }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
