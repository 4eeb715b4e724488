import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useCount } from '../../formats/use-count.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { GroupName } from './group-row.tsx'
import type { TableEntry, TableGrouping } from './table-entry.ts'
import './grouped-cards.css'

type Part = Exclude<TableEntry, { kind: 'row' }> | { readonly kind: 'rows'; readonly records: RecordAnswer[] }

/** Records that follow one another are one list. */
function partsOf(entries: readonly TableEntry[]): readonly Part[] {
  const parts: Part[] = []
  for (const entry of entries) {
    const last = parts.at(-1)
    if (entry.kind !== 'row') parts.push(entry)
    else if (last?.kind === 'rows') last.records.push(entry.record)
    else parts.push({ kind: 'rows', records: [entry.record] })
  }
  return parts
}

/** A heading over the cards of a group, which folds them. */
function GroupHeading(props: {
  readonly form: string
  readonly entry: Extract<TableEntry, { kind: 'group' }>
  readonly onToggle: TableGrouping['onToggle']
}) {
  const { form, entry, onToggle } = props
  const t = useTexts()
  const count = useCount()(entry.group.count)
  return (
    <div role="heading" aria-level={entry.level + 2} className={`pw-card-group pw-card-group-${entry.level}`}>
      <button type="button" aria-expanded={entry.open} onClick={() => onToggle(entry.key, !entry.open)}>
        <Icon name={entry.open ? 'down' : 'right'} />
        <GroupName form={form} entry={entry} />
        <span className="pw-quiet" aria-label={t('table.countOf', { count })}>
          {count}
        </span>
      </button>
    </div>
  )
}

/** The groups of a list on a phone: headings, and the cards of those that are open. */
export function GroupedCards(props: {
  readonly form: string
  readonly label: string
  readonly grouping: TableGrouping
  readonly card: (record: RecordAnswer) => ReactNode
}) {
  const { form, label, grouping, card } = props
  const t = useTexts()
  return (
    <section aria-label={label}>
      {partsOf(grouping.entries).map((part) => {
        if (part.kind === 'group')
          return <GroupHeading key={part.key} form={form} entry={part} onToggle={grouping.onToggle} />
        if (part.kind === 'more')
          return (
            <Button key={part.key} block className="pw-card-more" onClick={part.fetch}>
              {t('table.loadMore')}
            </Button>
          )
        return <ul key={part.records[0]?.id}>{part.records.map(card)}</ul>
      })}
    </section>
  )
}
