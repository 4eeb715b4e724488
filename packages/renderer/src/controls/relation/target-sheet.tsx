import { Icon } from '@pipewright/ui'
import { Button, Drawer, Input } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { TargetPickerProps } from './target-picker-props.ts'
import type { TargetPicking } from './use-target-picking.tsx'

const icons = { create: 'plus', browse: 'table' } as const

function SheetList({ groups, nothing, onEntry }: TargetPicking) {
  if (groups.length === 0) return <p className="pw-quiet">{nothing}</p>
  return groups.map(({ key, label, entries }) => (
    <section key={key} aria-label={label}>
      <h3 className="pw-target-form">{label}</h3>
      {entries.map((entry) => (
        <Button
          key={entry.value}
          block
          type="text"
          className="pw-align-start"
          icon={entry.does === 'pick' ? undefined : <Icon name={icons[entry.does]} />}
          onClick={() => onEntry(entry)}
        >
          {entry.label}
        </Button>
      ))}
    </section>
  ))
}

/** On a phone: a button that shows what is picked, and a sheet with one box over all forms. */
export function TargetSheet({ control, picking, value, shown, said, onClear }: TargetPickerProps) {
  const t = useTexts()
  const { status, ...attributes } = controlAttributes(control)
  const { open, typed, onOpen, onTyped } = picking
  return (
    <span className="pw-target-field">
      <Button
        {...attributes}
        block
        danger={status === 'error'}
        className="pw-align-start"
        aria-label={`${control.label}: ${said === '' ? t('control.searchAny') : said}`}
        aria-haspopup="dialog"
        onClick={() => onOpen(true)}
      >
        {value === null ? <span className="pw-quiet">{t('control.searchAny')}</span> : shown}
      </Button>
      {value !== null && control.required !== true && control.disabled !== true && (
        <Button
          type="text"
          icon={<Icon name="close" />}
          aria-label={t('control.clearField', { field: control.label })}
          onClick={onClear}
        />
      )}
      <Drawer
        open={open}
        placement="bottom"
        size="85%"
        title={control.label}
        onClose={() => onOpen(false)}
        destroyOnHidden
      >
        <Input
          autoFocus
          allowClear
          prefix={<Icon name="search" />}
          aria-label={t('control.searchAny')}
          placeholder={t('control.searchAny')}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
        <div aria-live="polite" aria-busy={picking.isStale} className="pw-target-list">
          <SheetList {...picking} />
        </div>
      </Drawer>
    </span>
  )
}
