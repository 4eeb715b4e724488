import { Icon } from '@pipewright/ui'
import type { TableGroup } from '@pipewright/schemas'
import { Button } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnsOf } from '../column-of-path.ts'

export interface GroupChipsProps {
  readonly form: string
  readonly groups: readonly TableGroup[]
  readonly onChange: (groups: TableGroup[]) => void
}

/** What a table is grouped by, from the outside in; each can be taken away. */
export function GroupChips({ form, groups, onChange }: GroupChipsProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  if (groups.length === 0) return null
  return (
    <span className="pw-group-chips">
      <span className="pw-quiet">{t('table.groupedBy')}</span>
      {groups.map((group) => {
        const [column] = columnsOf(index, form, [group.field], locale)
        if (column === undefined) return null
        const name =
          group.bucket === undefined ? column.label : `${column.label} · ${t(`table.${group.bucket}`)}`
        return (
          <Button
            key={group.field}
            size="small"
            aria-label={t('table.ungroupBy', { column: name })}
            onClick={() => onChange(groups.filter((each) => each !== group))}
          >
            {name} <Icon name="close" />
          </Button>
        )
      })}
    </span>
  )
}
