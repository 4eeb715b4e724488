import { Select } from 'antd'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { TargetPickerProps } from './target-picker-props.ts'

const icons = { pick: undefined, create: 'plus', browse: 'table' } as const

/** One box over all forms: a list of what was changed last, then of what is found, form by form. */
export function TargetSelect({ control, picking, value, shown, onClear }: TargetPickerProps) {
  const t = useTexts()
  const { groups, open, nothing, isStale, onOpen, onTyped, onEntry } = picking
  const entries = new Map(groups.flatMap((group) => group.entries.map((entry) => [entry.value, entry])))
  return (
    <Select
      {...controlAttributes(control)}
      className="pw-fill"
      allowClear={control.required !== true}
      placeholder={t('control.searchAny')}
      popupMatchSelectWidth={260}
      listHeight={360}
      open={open}
      onOpenChange={onOpen}
      loading={open && isStale}
      notFoundContent={nothing}
      showSearch={{ filterOption: false, onSearch: onTyped }}
      options={groups.map(({ key, label, entries: own }) => ({
        key,
        label,
        options: own.map((entry) => ({ value: entry.value, label: entry.label })),
      }))}
      optionRender={({ value: chosen, label }) => {
        const icon = icons[entries.get(String(chosen))?.does ?? 'pick']
        return icon === undefined ? (
          label
        ) : (
          <span className="pw-target-way">
            <Icon name={icon} /> {label}
          </span>
        )
      }}
      value={value}
      labelRender={() => shown}
      onChange={(chosen: string | null | undefined) => {
        const entry = entries.get(chosen ?? '')
        if (entry !== undefined) onEntry(entry)
        else if (!chosen) onClear()
      }}
    />
  )
}
