import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { drawnRows, FigureTip, secondAxis, useDrawingColors, type DrawnRow } from './chart-frame.tsx'
import type { DrawingProps } from './drawing-props.ts'

/** Bars side by side. */
export function BarDrawing({ model, height, onDrill }: DrawingProps) {
  const colors = useDrawingColors()
  const axis = { tick: { fill: colors.text, fontSize: 12 }, tickLine: false } as const
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={drawnRows(model)}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="24%"
      >
        <CartesianGrid vertical={false} stroke={colors.line} />
        <XAxis dataKey="label" {...axis} axisLine={{ stroke: colors.line }} interval="preserveStartEnd" />
        <YAxis {...axis} axisLine={false} width={56} tickFormatter={model.short[0]} />
        {model.axes.includes(1) && (
          <YAxis {...axis} {...secondAxis} axisLine={false} tickFormatter={model.short[1]} />
        )}
        <Tooltip cursor={{ fill: colors.hover }} content={<FigureTip model={model} />} />
        {model.series.length > 1 && <Legend iconType="circle" iconSize={8} />}
        {model.series.map((name, at) => (
          <Bar
            key={name}
            name={name}
            yAxisId={model.axes[at] ?? 0}
            dataKey={(row: DrawnRow) => model.figures[row.at]?.[at]?.size ?? 0}
            fill={colors.series(at)}
            radius={[3, 3, 0, 0]}
            maxBarSize={48}
            isAnimationActive={false}
            cursor={onDrill === undefined ? 'default' : 'pointer'}
            onClick={(_, position) => {
              const filter = model.figures[position]?.[at]?.filter
              if (filter !== undefined) onDrill?.(filter)
            }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
