import { isGroupable, valueKindOf } from '@pipewright/metadata'
import type { TableGroup } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { useReadableFields } from '../../environment/readable-fields.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnsOf, type Column } from '../column-of-path.ts'
import type { ArrangeProps } from './settings-parts.ts'

const most = 3
const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const
const directions = ['asc', 'desc'] as const

const isDay = ({ field }: Pick<Column, 'field'>): boolean => ['date', 'dateTime'].includes(valueKindOf(field))

interface OneProps {
  readonly group: TableGroup
  readonly column: Column | undefined
  readonly onChange: (group: TableGroup) => void
  readonly onRemove: () => void
}

function OneGroup({ group, column, onChange, onRemove }: OneProps) {
  const t = useTexts()
  const name = column?.label ?? group.field
  return (
    <li className="pw-setting-line">
      <span className="pw-grow">{name}</span>
      {column !== undefined && isDay(column) && (
        <Select
          aria-label={t('arrange.period', { column: name })}
          className="pw-color-select"
          value={group.bucket ?? 'month'}
          options={buckets.map((value) => ({ value, label: t(`table.${value}`) }))}
          onChange={(bucket: (typeof buckets)[number]) => onChange({ ...group, bucket })}
        />
      )}
      <Select
        aria-label={t('arrange.groupOrder', { column: name })}
        className="pw-color-select"
        value={group.direction ?? 'asc'}
        options={directions.map((value) => ({ value, label: t(`arrange.${value}`) }))}
        onChange={(direction: 'asc' | 'desc') => onChange({ ...group, direction })}
      />
      <Button
        type="text"
        icon={<Icon name="close" />}
        aria-label={t('table.ungroupBy', { column: name })}
        onClick={onRemove}
      />
    </li>
  )
}

/** What records are put together by, from the outside in. */
export function GroupList({ form, columns, settings, onChange }: ArrangeProps) {
  const id = useId()
  const t = useTexts()
  const { index, locale } = useRenderer()
  const readable = useReadableFields(form)
  const groups = settings.groups ?? []
  const paths = [...new Set([...columns, ...readable.map(({ path }) => path)])]
  const free = columnsOf(index, form, paths, locale).filter(
    ({ path, field, sortable }) =>
      isGroupable(field) && sortable && !groups.some((group) => group.field === path),
  )
  const tell = (next: TableGroup[]) => onChange({ groups: next })
  const add = (path: string) => {
    const column = free.find((one) => one.path === path)
    if (column !== undefined)
      tell([...groups, { field: path, ...(isDay(column) ? { bucket: 'month' as const } : {}) }])
  }
  return (
    <section aria-labelledby={id} className="pw-settings-part">
      <h3 id={id}>{t('table.groupedBy')}</h3>
      <ol>
        {groups.map((group, position) => (
          <OneGroup
            key={group.field}
            group={group}
            column={columnsOf(index, form, [group.field], locale)[0]}
            onChange={(next) => tell(groups.map((one, at) => (at === position ? next : one)))}
            onRemove={() => tell(groups.toSpliced(position, 1))}
          />
        ))}
      </ol>
      {groups.length < most && (
        <Select
          aria-label={t('arrange.addGroup')}
          placeholder={t('arrange.addGroup')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={free.map(({ path, label }) => ({ value: path, label }))}
          onChange={(path: string | null) => path !== null && add(path)}
        />
      )}
    </section>
  )
}
