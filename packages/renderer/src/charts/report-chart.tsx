import { EmptyState } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { ReportChartProps } from './chart-props.ts'
import { chartModel } from './chart-model.ts'
import { FigureTable } from './figure-table.tsx'
import { FunnelFigures } from './funnel-figures.tsx'
import { NumberFigure } from './number-figure.tsx'
import { useChartScene } from './use-chart-scene.ts'
import './charts.css'

// The drawing library is large; only a page that shows a drawn chart loads it.
const BarDrawing = lazy(async () => ({ default: (await import('./drawings/bar-drawing.tsx')).BarDrawing }))
const LineDrawing = lazy(async () => ({ default: (await import('./drawings/line-drawing.tsx')).LineDrawing }))

/** The figures of a report as it wants them drawn; each leads to the records behind it. */
export function ReportChart({ report, answer, onDrill, asTable = false, height = 260 }: ReportChartProps) {
  const t = useTexts()
  const scene = useChartScene(answer.titles)
  const model = useMemo(() => chartModel(report, answer, scene), [report, answer, scene])
  if (answer.rows.length === 0 && report.chart !== 'number')
    return <EmptyState icon="bar-chart" title={t('chart.empty')} text={t('chart.emptyText')} />
  if (asTable || report.chart === 'table')
    return <FigureTable report={report} model={model} onDrill={onDrill} />
  if (report.chart === 'number') return <NumberFigure model={model} onDrill={onDrill} />
  if (report.chart === 'funnel') return <FunnelFigures model={model} onDrill={onDrill} />
  const Drawing = report.chart === 'line' ? LineDrawing : BarDrawing
  return (
    <div className="pw-chart">
      <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}>
        <Drawing model={model} height={height} onDrill={onDrill} />
      </Suspense>
    </div>
  )
}
