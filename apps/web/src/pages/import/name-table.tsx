import type { Import, UnclearName } from '@pipewright/contract'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { NameChoice } from './name-choice.tsx'
import { nameKey, type Chosen } from './settle-names.ts'
import { SideScroll } from './side-scroll.tsx'

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
      <SideScroll label={label}>
        <Table<UnclearName>
          size="small"
          rowKey={nameKey}
          dataSource={[...names]}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            {
              title: text('importColumn'),
              key: 'column',
              width: 160,
              render: (_, { column }) => columns.find((one) => one.column === column)?.name ?? '',
            },
            { title: text('importValue'), dataIndex: 'text', width: 200, ellipsis: true },
            { title: text('importNamesRows'), dataIndex: 'rows', width: 80 },
            {
              title: text('importMeant'),
              key: 'meant',
              render: (_, name) => (
                <NameChoice
                  name={name}
                  value={chosen.get(nameKey(name))}
                  onChange={(value) => choose(name, value)}
                />
              ),
            },
          ]}
        />
      </SideScroll>
      <div className="import-actions">
        <Button type="primary" loading={busy} disabled={chosen.size === 0} onClick={() => onSettle(chosen)}>
          {text('importSettle')}
        </Button>
      </div>
    </section>
  )
}
