import { meets, type DefinitionIndex } from '@pipewright/metadata'
import type { Expression, Field, Form, LocalizedText, Uniqueness } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Switch } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** Fields of a form that can be held against one another. */
export const partsOf = (index: DefinitionIndex, form: Form): readonly Field[] =>
  form.fields.filter(({ key }) => {
    const found = index.field(form.key, key)
    return found !== undefined && meets(found, 'uniquePart')
  })

export interface UniquenessRowProps {
  readonly form: Form
  readonly uniqueness: Uniqueness
  readonly onChange: (next: Uniqueness) => void
  readonly onRemove: () => void
}

function withMessage(uniqueness: Uniqueness, message: LocalizedText): Uniqueness {
  const { message: _message, ...rest } = uniqueness
  return Object.keys(message).length === 0 ? rest : { ...rest, message }
}

function withCondition(uniqueness: Uniqueness, when: Expression | null): Uniqueness {
  const { when: _when, ...rest } = uniqueness
  return when === null ? rest : { ...rest, when }
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

/** Which records are compared, and what people are told. */
function Among({ form, uniqueness, onChange }: Part & { readonly form: Form }) {
  const t = useTexts()
  return (
    <>
      <Property label={t('unique.when')} help={t('unique.whenHelp')} group>
        {() => (
          <ConditionEditor
            form={form.key}
            label={t('unique.when')}
            text={t('unique.always')}
            value={uniqueness.when ?? null}
            onCommit={(when) => onChange(withCondition(uniqueness, when))}
          />
        )}
      </Property>
      <Property label={t('unique.message')} group>
        {() => (
          <LocalizedInput
            label={t('unique.message')}
            value={uniqueness.message ?? {}}
            onCommit={(message) => onChange(withMessage(uniqueness, message))}
          />
        )}
      </Property>
    </>
  )
}

/** One combination of fields that must not occur twice. */
export function UniquenessRow({ form, uniqueness, onChange, onRemove }: UniquenessRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const parts = partsOf(index, form)
  const { fields } = uniqueness
  const name = fields
    .map((key) => parts.find((field) => field.key === key))
    .map((field) => (field === undefined ? '' : read(field.label)))
    .join(' + ')
  return (
    <div className="pwd-card" role="group" aria-label={name}>
      <div className="pwd-card-head">
        <strong>{name}</strong>
        <button
          type="button"
          className="pwd-tool"
          aria-label={t('unique.remove', { name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      <FieldListProperty
        label={t('unique.fields')}
        help={t('unique.fieldsHelp')}
        fields={parts}
        value={fields}
        most={5}
        onChange={(keys) => keys.length > 0 && onChange({ ...uniqueness, fields: keys })}
      />
      <Spelling uniqueness={uniqueness} onChange={onChange} />
      <Among form={form} uniqueness={uniqueness} onChange={onChange} />
    </div>
  )
}
