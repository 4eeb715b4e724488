import { makeKey } from '@pipewright/metadata'
import type { ChecklistItem } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Switch } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { NamedCardHead } from '../parts/named-card-head.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface ChecklistEditorProps {
  readonly items: readonly ChecklistItem[]
  readonly onChange: (items: ChecklistItem[]) => void
}

function ItemEditor(props: {
  readonly item: ChecklistItem
  readonly onItem: (item: ChecklistItem) => void
  readonly onRemove: () => void
}) {
  const { item, onItem, onRemove } = props
  const t = useTexts()
  const read = useLocalized()
  return (
    <div className="pwd-card">
      <NamedCardHead
        label={t('stages.item')}
        name={item.label}
        removeLabel={t('stages.removeItem', { item: read(item.label) })}
        onName={(label) => onItem({ ...item, label })}
        onRemove={onRemove}
      />
      <NumberProperty
        label={t('stages.itemDays')}
        value={item.days}
        min={0}
        max={3650}
        placeholder={t('stages.noLimit')}
        onCommit={(days) => {
          const { days: _, ...rest } = item
          onItem(days === undefined ? rest : { ...rest, days })
        }}
      />
      <Property label={t('stages.itemNeeded')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={item.required === true}
            onChange={(required) => {
              const { required: _, ...rest } = item
              onItem(required ? { ...rest, required } : rest)
            }}
          />
        )}
      </Property>
    </div>
  )
}

/** Things to tick off in a stage. */
export function ChecklistEditor({ items, onChange }: ChecklistEditorProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const add = () => {
    const label = { [locale]: t('stages.newItem') }
    onChange([...items, { key: makeKey(label, new Set(items.map(({ key }) => key))), label }])
  }
  return (
    <PropertyGroup title={t('stages.checklist')}>
      {items.map((item) => (
        <ItemEditor
          key={item.key}
          item={item}
          onItem={(next) => onChange(items.map((one) => (one.key === item.key ? next : one)))}
          onRemove={() => onChange(items.filter((one) => one.key !== item.key))}
        />
      ))}
      <Button icon={<Icon name="plus" />} onClick={add} disabled={items.length >= 30}>
        {t('stages.addItem')}
      </Button>
    </PropertyGroup>
  )
}
