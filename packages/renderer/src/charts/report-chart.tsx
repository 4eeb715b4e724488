import type { ReportChartProps } from './chart-props.ts'

export function ReportChart(_props: ReportChartProps) {
  return null
}
