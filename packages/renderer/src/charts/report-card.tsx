import type { ReportCardProps } from './chart-props.ts'

export function ReportCard(_props: ReportCardProps) {
  return null
}
