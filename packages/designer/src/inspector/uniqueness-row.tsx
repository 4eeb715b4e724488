import type { Field, LocalizedText, Uniqueness } from '@pipewright/schemas'
import { Switch } from 'antd'
import type { ReactNode } from 'react'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { TitledCard } from '../parts/titled-card.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface UniquenessRowProps {
  /** Fields that can be held against one another. */
  readonly parts: readonly Field[]
  /** What the fields are called, and which records or rows are not compared. */
  readonly words: { readonly fields: string; readonly help: string }
  readonly uniqueness: Uniqueness
  readonly onChange: (next: Uniqueness) => void
  readonly onRemove: () => void
  /** Which records are compared, where that can be said. */
  readonly children?: ReactNode
}

function withMessage(uniqueness: Uniqueness, message: LocalizedText): Uniqueness {
  const { message: _message, ...rest } = uniqueness
  return Object.keys(message).length === 0 ? rest : { ...rest, message }
}

type Part = Pick<UniquenessRowProps, 'uniqueness' | 'onChange'>

/** In which spelling texts are compared. */
function Spelling({ uniqueness, onChange }: Part) {
  const t = useTexts()
  const properties = ['ignoreCase', 'ignoreWidth'] as const
  return properties.map((property) => (
    <Property key={property} label={t(`unique.${property}`)} inline>
      {(id) => (
        <Switch
          id={id}
          size="small"
          checked={uniqueness[property] ?? true}
          onChange={(next) => onChange({ ...uniqueness, [property]: next })}
        />
      )}
    </Property>
  ))
}

/** What people are told. */
function Message({ uniqueness, onChange }: Part) {
  const t = useTexts()
  return (
    <Property label={t('unique.message')} group>
      {() => (
        <LocalizedInput
          label={t('unique.message')}
          value={uniqueness.message ?? {}}
          onCommit={(message) => onChange(withMessage(uniqueness, message))}
        />
      )}
    </Property>
  )
}

/** One combination of fields that must not occur twice. */
export function UniquenessRow({
  parts,
  words,
  uniqueness,
  onChange,
  onRemove,
  children,
}: UniquenessRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { fields } = uniqueness
  const name = fields
    .map((key) => parts.find((field) => field.key === key))
    .map((field) => (field === undefined ? '' : read(field.label)))
    .join(' + ')
  return (
    <TitledCard name={name} remove={{ label: t('unique.remove', { name }), press: onRemove }}>
      <FieldListProperty
        label={words.fields}
        help={words.help}
        fields={parts}
        value={fields}
        most={5}
        onChange={(keys) => keys.length > 0 && onChange({ ...uniqueness, fields: keys })}
      />
      <Spelling uniqueness={uniqueness} onChange={onChange} />
      {children}
      <Message uniqueness={uniqueness} onChange={onChange} />
    </TitledCard>
  )
}
