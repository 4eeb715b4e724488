import type { ReactNode } from 'react'

export interface RowColumn<T> {
  readonly key: string
  readonly title: string
  readonly width?: number
  readonly ellipsis?: boolean
  readonly render: (row: T) => ReactNode
  /** Has nothing to say of this row; below one another it is left out then. */
  readonly isEmpty?: (row: T) => boolean
}

/** What a row says, each under its name: nothing is wider than a phone. */
export function StackedRow<T>(props: {
  readonly row: T
  readonly name: ReactNode
  readonly columns: readonly RowColumn<T>[]
}) {
  const { row, name, columns } = props
  const told = columns.filter(({ isEmpty }) => isEmpty?.(row) !== true)
  return (
    <>
      <strong>{name}</strong>
      <dl className="import-stack">
        {told.map(({ key, title, render }) => (
          <div key={key}>
            <dt className="quiet">{title}</dt>
            <dd>{render(row)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
