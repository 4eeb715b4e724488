import type { DashboardGridProps } from './chart-props.ts'

export function DashboardGrid(_props: DashboardGridProps) {
  return null
}
