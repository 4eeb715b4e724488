import type { NavigationGroup } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { MoveTools } from './move-tools.tsx'
import type { Entry } from './navigation-edits.ts'

export interface GroupEditorProps {
  readonly group: NavigationGroup
  /** Forms and dashboards that are nowhere yet. */
  readonly free: readonly (Entry & { readonly label: string })[]
  readonly onChange: (group: NavigationGroup) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onMoveEntry: (item: number, by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One group of the navigation: its name and what is in it. */
export function GroupEditor({ group, free, onChange, onMove, onMoveEntry, onRemove }: GroupEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const nameOf = ({ type, key }: Entry) =>
    read(type === 'form' ? index.form(key)?.labelPlural : index.dashboard(key)?.label)
  const iconOf = ({ type, key }: Entry) =>
    type === 'form' ? (index.form(key)?.icon ?? 'file-text') : 'dashboard'
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <strong>{read(group.label)}</strong>
        <MoveTools name={read(group.label)} onMove={onMove} onRemove={onRemove} />
      </div>
      <LocalizedInput
        size="small"
        label={t('navigation.groupLabel')}
        value={group.label}
        onCommit={(label) => onChange({ ...group, label })}
      />
      <ul className="pwd-list">
        {group.items.map((entry, item) => (
          <li key={`${entry.type}${entry.key}`} className="pwd-list-row">
            <span className="pwd-list-name">
              <Icon name={iconOf(entry)} /> {nameOf(entry)}
            </span>
            <MoveTools
              name={nameOf(entry)}
              onMove={(by) => onMoveEntry(item, by)}
              onRemove={() => onChange({ ...group, items: group.items.filter((_, at) => at !== item) })}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Select
          aria-label={t('navigation.add')}
          placeholder={t('navigation.add')}
          value={null}
          options={free.map(({ type, key, label }) => ({ value: `${type}.${key}`, label }))}
          onChange={(value: string | null) => {
            const picked = free.find(({ type, key }) => `${type}.${key}` === value)
            if (picked !== undefined)
              onChange({ ...group, items: [...group.items, { type: picked.type, key: picked.key }] })
          }}
        />
      )}
    </div>
  )
}
