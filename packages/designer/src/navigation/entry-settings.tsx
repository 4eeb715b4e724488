import type { NavigationItem } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Popover } from 'antd'
import { useState } from 'react'
import { PathSelect } from '../documents/path-select.tsx'
import { useDefinition } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { formIcons } from '../forms/form-icons.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { TypedInput } from '../parts/typed-input.tsx'
import { useTexts } from '../texts/use-texts.ts'

const isAddress = (url: string): boolean => /^(https?:\/\/|\/)[^\s\\]*$/.test(url)

/** Roles that something is only for; none: everybody. */
export function RolesProperty(props: {
  readonly label: string
  readonly value: readonly string[] | undefined
  readonly onChange: (roles: string[] | undefined) => void
}) {
  const t = useTexts()
  const read = useLocalized()
  const { roles } = useDefinition()
  return (
    <Property label={props.label} {...(props.value === undefined ? { help: t('navigation.rolesAll') } : {})}>
      {(id) => (
        <PathSelect
          id={id}
          label={props.label}
          options={roles.map(({ key, label }) => ({ value: key, label: read(label) }))}
          value={props.value ?? []}
          onChange={(keys) => props.onChange(keys.length === 0 ? undefined : keys)}
        />
      )}
    </Property>
  )
}

function IconProperty(props: { readonly icon: string; readonly onPick: (icon: string) => void }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const grid = (
    <div className="pwd-icons">
      {formIcons.map((name, position) => (
        <button
          key={name}
          type="button"
          className="pwd-icon-choice"
          aria-label={t('forms.iconNumber', { position: position + 1 })}
          aria-pressed={name === props.icon}
          onClick={() => {
            props.onPick(name)
            setOpen(false)
          }}
        >
          <Icon name={name} />
        </button>
      ))}
    </div>
  )
  return (
    <Property label={t('navigation.icon')} group>
      {() => (
        <Popover open={open} onOpenChange={setOpen} trigger="click" content={grid}>
          <button type="button" className="pwd-icon-choice" aria-label={t('navigation.icon')}>
            <Icon name={props.icon} />
          </button>
        </Popover>
      )}
    </Property>
  )
}

function UrlProperty(props: { readonly url: string; readonly onCommit: (url: string) => void }) {
  const t = useTexts()
  const [wrong, setWrong] = useState(false)
  return (
    <Property label={t('navigation.url')} help={t(wrong ? 'navigation.urlWrong' : 'navigation.urlHelp')}>
      {(id) => (
        <TypedInput
          id={id}
          value={props.url}
          {...(wrong ? { status: 'error' } : {})}
          onCommit={(text) => {
            const url = text.trim()
            setWrong(!isAddress(url))
            if (isAddress(url)) props.onCommit(url)
          }}
        />
      )}
    </Property>
  )
}

export interface EntrySettingsProps {
  readonly entry: NavigationItem
  readonly icon: string
  readonly onChange: (entry: NavigationItem) => void
}

/** How an entry of the navigation is called, looks and whom it is for. */
export function EntrySettings({ entry, icon, onChange }: EntrySettingsProps) {
  const t = useTexts()
  const label = t(entry.type === 'link' ? 'navigation.linkLabel' : 'navigation.entryLabel')
  return (
    <div className="pwd-card">
      <Property label={label} group>
        {() => (
          <LocalizedInput
            label={label}
            value={entry.label}
            onCommit={(text) => {
              const { label: _, ...rest } = entry
              if (Object.keys(text).length > 0) onChange({ ...rest, label: text })
              else if (entry.type !== 'link') onChange(rest)
            }}
          />
        )}
      </Property>
      {entry.type === 'link' && (
        <UrlProperty url={entry.url ?? ''} onCommit={(url) => onChange({ ...entry, url })} />
      )}
      <IconProperty icon={icon} onPick={(next) => onChange({ ...entry, icon: next })} />
      <RolesProperty
        label={t('navigation.roles')}
        value={entry.roles}
        onChange={(roles) => {
          const { roles: _, ...rest } = entry
          onChange(roles === undefined ? rest : { ...rest, roles })
        }}
      />
    </div>
  )
}
