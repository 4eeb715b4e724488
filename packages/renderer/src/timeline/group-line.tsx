import { Icon } from '@pipewright/ui'
import { useFormat } from '../formats/use-format.ts'
import { GroupName } from '../table/groups/group-row.tsx'
import type { TableEntry } from '../table/groups/table-entry.ts'
import { useTexts } from '../texts/use-texts.ts'
import { EmptyLane } from './empty-lane.tsx'
import type { GroupValue, TimelineSite } from './timeline-site.ts'
import type { BarDrag } from './use-bar-drag.ts'

type Group = Extract<TableEntry, { kind: 'group' }>

const countField = { type: 'number', key: 'count', label: {}, scale: 0 } as const

/** The value that records of a group begin with; null where they begin without. */
function valueOfGroup({ by, group: { value } }: Group): GroupValue | null {
  const isPlain = (typeof value === 'string' && value !== '') || typeof value === 'boolean'
  return isPlain && by.bucket === undefined ? { field: by.field, value } : null
}

/** The head of a group: folds it, and begins records in it. */
export function GroupLine(props: {
  readonly site: TimelineSite
  readonly entry: Group
  readonly drag: BarDrag
  readonly isStop: boolean
  readonly onToggle: (key: string, open: boolean) => void
}) {
  const { site, entry, drag, isStop, onToggle } = props
  const t = useTexts()
  const count = useFormat()(countField, String(entry.group.count))
  return (
    <>
      <div className="pw-tl-side" style={{ width: site.side }}>
        <button
          type="button"
          data-stop
          tabIndex={isStop ? 0 : -1}
          className="pw-tl-fold"
          aria-expanded={entry.open}
          onClick={() => onToggle(entry.key, !entry.open)}
          onKeyDown={({ key }) => {
            if (key === (entry.open ? 'ArrowLeft' : 'ArrowRight')) onToggle(entry.key, !entry.open)
          }}
        >
          <Icon name={entry.open ? 'down' : 'right'} />
          <GroupName form={site.form} entry={entry} />
          <span className="pw-quiet" aria-label={t('table.countOf', { count })}>
            {count}
          </span>
        </button>
      </div>
      <EmptyLane site={site} line={entry.key} group={valueOfGroup(entry)} drag={drag} />
    </>
  )
}
