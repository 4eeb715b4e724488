import type { NavigationGroup } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { makeKey } from '@pipewright/metadata'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { EntrySettings, RolesProperty } from './entry-settings.tsx'
import { MoveTools } from './move-tools.tsx'
import type { Entry } from './navigation-edits.ts'
import { useEntryLook } from './use-entry-look.ts'

export interface GroupEditorProps {
  readonly group: NavigationGroup
  /** Forms, views and dashboards that are nowhere yet. */
  readonly free: readonly (Entry & { readonly name: string })[]
  readonly onChange: (group: NavigationGroup) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onMoveEntry: (item: number, by: -1 | 1) => void
  readonly onRemove: () => void
}

type GroupEntriesProps = Pick<GroupEditorProps, 'group' | 'onChange' | 'onMoveEntry'> & {
  /** The entry whose settings are shown. */
  readonly open: string | null
  readonly setOpen: (entry: string | null) => void
}

/** What is in a group, in order. */
function GroupEntries({ group, open, setOpen, onChange, onMoveEntry }: GroupEntriesProps) {
  const t = useTexts()
  const { nameOf, iconOf } = useEntryLook()
  const withEntry = (next: Entry) =>
    onChange({
      ...group,
      items: group.items.map((one) => (one.type === next.type && one.key === next.key ? next : one)),
    })
  return (
    <ul className="pwd-list">
      {group.items.map((entry, item) => (
        <li key={`${entry.type}${entry.key}`} className="pwd-list-row pwd-list-opens">
          <span className="pwd-list-name">
            <Icon name={iconOf(entry)} /> {nameOf(entry)}
          </span>
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('navigation.edit', { name: nameOf(entry) })}
            aria-expanded={open === `${entry.type}${entry.key}`}
            onClick={() => setOpen(open === `${entry.type}${entry.key}` ? null : `${entry.type}${entry.key}`)}
          >
            <Icon name="setting" />
          </button>
          <MoveTools
            name={nameOf(entry)}
            onMove={(by) => onMoveEntry(item, by)}
            onRemove={() => onChange({ ...group, items: group.items.filter((_, at) => at !== item) })}
          />
          {open === `${entry.type}${entry.key}` && (
            <EntrySettings entry={entry} icon={iconOf(entry)} onChange={withEntry} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** One group of the navigation: its name and what is in it. */
export function GroupEditor({ group, free, onChange, onMove, onMoveEntry, onRemove }: GroupEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const [open, setOpen] = useState<string | null>(null)
  const addLink = () => {
    const key = makeKey('link', new Set(group.items.map((item) => item.key)))
    const link: Entry = { type: 'link', key, label: { en: 'New link', zh: '新链接' }, url: 'https://' }
    onChange({ ...group, items: [...group.items, link] })
    setOpen(`link${key}`)
  }
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
      <GroupEntries
        group={group}
        open={open}
        setOpen={setOpen}
        onChange={onChange}
        onMoveEntry={onMoveEntry}
      />
      <RolesProperty
        label={t('navigation.groupRoles')}
        value={group.roles}
        onChange={(roles) => {
          const { roles: _, ...rest } = group
          onChange(roles === undefined ? rest : { ...rest, roles })
        }}
      />
      {free.length > 0 && (
        <Select
          aria-label={t('navigation.add')}
          placeholder={t('navigation.add')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={free.map(({ type, key, name }) => ({ value: `${type}.${key}`, label: name }))}
          onChange={(value: string | null) => {
            const picked = free.find(({ type, key }) => `${type}.${key}` === value)
            if (picked !== undefined)
              onChange({ ...group, items: [...group.items, { type: picked.type, key: picked.key }] })
          }}
        />
      )}
      <div>
        <Button size="small" icon={<Icon name="link" />} onClick={addLink}>
          {t('navigation.addLink')}
        </Button>
      </div>
    </div>
  )
}
