import type { Import, UnclearName } from '@pipewright/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { NameChoice } from './name-choice.tsx'
import { RowsTable } from './rows-table.tsx'
import { nameKey, type Chosen } from './settle-names.ts'

export interface NameTableProps {
  readonly names: readonly UnclearName[]
  readonly columns: Import['columns']
  readonly busy: boolean
  readonly onSettle: (chosen: Chosen) => void
}

/** Names that fit several records or none, each asked about once for all its rows. */
export function NameTable({ names, columns, busy, onSettle }: NameTableProps) {
  const text = useText()
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const choose = (name: UnclearName, value: string | undefined) =>
    setChosen((before) => {
      const next = new Map(before)
      if (value === undefined) next.delete(nameKey(name))
      else next.set(nameKey(name), value)
      return next
    })
  const label = text('importNames')
  return (
    <section aria-label={label}>
      <h2 className="import-heading">{label}</h2>
      <p>{text('importNamesHint')}</p>
      <RowsTable<UnclearName>
        label={label}
        rows={names}
        rowKey={nameKey}
        pageSize={20}
        called={{ by: 'text', name: (name) => name.text }}
        columns={[
          {
            key: 'column',
            title: text('importColumn'),
            width: 160,
            render: ({ column }) => columns.find((one) => one.column === column)?.name ?? '',
          },
          {
            key: 'text',
            title: text('importValue'),
            width: 200,
            ellipsis: true,
            render: (name) => name.text,
          },
          { key: 'rows', title: text('importNamesRows'), width: 80, render: ({ rows }) => rows },
          {
            key: 'meant',
            title: text('importMeant'),
            render: (name) => (
              <NameChoice
                name={name}
                value={chosen.get(nameKey(name))}
                onChange={(value) => choose(name, value)}
              />
            ),
          },
        ]}
      />
      <div className="import-actions">
        <Button type="primary" loading={busy} disabled={chosen.size === 0} onClick={() => onSettle(chosen)}>
          {text('importSettle')}
        </Button>
      </div>
    </section>
  )
}
