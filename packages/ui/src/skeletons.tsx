import { Skeleton } from 'antd'
import { useUiTexts } from './ui-locale.ts'

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** Stands in for a list while it loads. */
export function RowsSkeleton({ rows = 8 }: { readonly rows?: number }) {
  const texts = useUiTexts()
  return (
    <div className="pw-skeleton-rows" aria-busy="true" aria-live="polite">
      <span className="pw-hidden-text">{texts.loading}</span>
      {numbers(rows).map((row) => (
        <Skeleton key={row} active title={{ width: `${90 - ((row * 17) % 40)}%` }} paragraph={false} />
      ))}
    </div>
  )
}

/** Stands in for a form while it loads. */
export function FormSkeleton({ fields = 9 }: { readonly fields?: number }) {
  const texts = useUiTexts()
  return (
    <div className="pw-skeleton-grid" aria-busy="true" aria-live="polite">
      <span className="pw-hidden-text">{texts.loading}</span>
      {numbers(fields).map((field) => (
        <Skeleton key={field} active title={{ width: '40%' }} paragraph={{ rows: 1, width: '100%' }} />
      ))}
    </div>
  )
}

/** Stands in for a whole page while it loads. */
export function PageSkeleton() {
  return (
    <div style={{ padding: 24 }}>
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 1, width: 360 }} />
      <RowsSkeleton />
    </div>
  )
}
