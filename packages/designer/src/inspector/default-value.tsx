import { parseDecimal } from '@pipewright/logic'
import { peopleFormOf } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { TypedInput } from '../parts/typed-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ControlDefault, type DefaultValueProps } from './control-default.tsx'

const texts: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'text',
  'longText',
  'richText',
  'email',
  'phone',
  'url',
])
const decimals: ReadonlySet<Field['type']> = new Set<Field['type']>(['number', 'money', 'percent', 'rating'])
const picks: ReadonlySet<Field['type']> = new Set<Field['type']>(['choice', 'multiChoice', 'yesNo'])

/** The reader stands for people, his department for departments; others are calculated. */
const who: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'member',
  'members',
  'department',
  'departments',
])

/** Given as in a form. */
const controls: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'address',
  'dateRange',
  'location',
  'foreignMoney',
  'relation',
  'anyRelation',
  'date',
  'time',
  'tags',
])

/** Whether a fixed value makes sense; a moment is rather calculated. */
export const hasDefaultValue = ({ type }: Field): boolean =>
  [who, texts, decimals, picks, controls].some((types) => types.has(type))

function OptionDefault({ label: labelOf, field, value, onCommit }: DefaultValueProps) {
  const t = useTexts()
  const read = useLocalized()
  const options = useIndex()
    .options(field)
    .map((option) => ({ value: option.key, label: read(option.label) }))
  const label = labelOf ?? t('inspector.defaultValue')
  if (field.type === 'multiChoice')
    return (
      <Select
        mode="multiple"
        className="pwd-full"
        aria-label={label}
        value={Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []}
        options={options}
        onChange={(keys: string[]) => onCommit(keys.length === 0 ? undefined : keys)}
      />
    )
  return (
    <Select
      className="pwd-full"
      aria-label={label}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={(key: string | null) => onCommit(key ?? undefined)}
    />
  )
}

/** Whoever fills in the form, or the department he belongs to. */
function WhoDefault({ label: labelOf, field, value, onCommit }: DefaultValueProps) {
  const t = useTexts()
  const label = labelOf ?? t('inspector.defaultValue')
  const isMember = peopleFormOf(field) === '_member'
  const current: Expression = { var: isMember ? '$me' : '$department' }
  const many = field.type === 'members' || field.type === 'departments'
  return (
    <Select
      className="pwd-full"
      aria-label={label}
      value={value === undefined ? null : 'current'}
      options={[
        { value: 'current', label: t(isMember ? 'options.currentMember' : 'options.currentDepartment') },
      ]}
      onChange={() => onCommit(many ? [current] : current)}
    />
  )
}

/** A whole number stays a number, every other decimal is exact text. */
function decimalValue(text: string): Expression | undefined {
  const clean = text.replaceAll(',', '').trim()
  if (parseDecimal(clean) === null) return undefined
  return Number.isSafeInteger(Number(clean)) ? Number(clean) : clean
}

/** A fixed value to start with. */
export function DefaultValue(props: DefaultValueProps) {
  const { field, value, onCommit } = props
  const t = useTexts()
  const label = props.label ?? t('inspector.defaultValue')
  if (who.has(field.type)) return <WhoDefault {...props} />
  if (controls.has(field.type)) return <ControlDefault {...props} />
  if (field.type === 'choice' || field.type === 'multiChoice') return <OptionDefault {...props} />
  if (field.type === 'yesNo')
    return (
      <Select
        className="pwd-full"
        aria-label={label}
        value={value === true ? 'yes' : value === false ? 'no' : null}
        options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`inspector.${one}`) }))}
        onChange={(one: string | null) => onCommit(one === null ? undefined : one === 'yes')}
      />
    )
  return (
    <TypedInput
      label={label}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      {...(field.type === 'longText' || field.type === 'richText' ? { lines: 2 } : {})}
      onCommit={(text) => {
        if (text === '') onCommit(undefined)
        else onCommit(decimals.has(field.type) ? decimalValue(text) : text)
      }}
    />
  )
}
