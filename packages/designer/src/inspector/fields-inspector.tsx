import { itemKey, isWritable } from '@pipewright/metadata'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Segmented, Select, Switch } from 'antd'
import { useFieldActions } from '../canvas/use-field-actions.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsByKey } from '../tree/fields-by-key.ts'
import { placeOf } from '../tree/layout-places.ts'

export interface FieldsInspectorProps {
  readonly form: Form
  readonly fields: readonly string[]
}

const isRequired = (field: Field): boolean => 'required' in field && field.required === true

function withRequired(field: Field, required: boolean): Field {
  const { required: _, ...rest } = field as Field & { required?: boolean }
  return (required ? { ...rest, required } : rest) as Field
}

function RequiredForAll({ form, fields }: FieldsInspectorProps) {
  const t = useTexts()
  const { edit } = useDesign()
  const chosen = fields.flatMap((key) => fieldsByKey(form).get(key) ?? [])
  const fillable = chosen.filter((field) => isWritable(field) && field.type !== 'lineItems')
  if (fillable.length === 0) return null
  const edits = (required: boolean) =>
    fillable
      .filter((field) => isRequired(field) !== required)
      .map((field): Edit => ({ type: 'setField', form: form.key, field: withRequired(field, required) }))
  return (
    <Property label={t('inspector.required')} inline>
      {(id) => (
        <Switch
          id={id}
          checked={fillable.every(isRequired)}
          onChange={(required) => edit(...edits(required))}
        />
      )}
    </Property>
  )
}

const automatic = 0

function WidthForAll({ form, fields }: FieldsInspectorProps) {
  const t = useTexts()
  const actions = useFieldActions(form)
  const columns = Math.max(...form.layout.sections.map((section) => section.columns))
  if (columns === 1) return null
  const items = form.layout.sections.flatMap((section) => section.items)
  const widths = new Set(
    items.filter((item) => fields.includes(itemKey(item))).map(({ width }) => width ?? automatic),
  )
  const [shared = automatic] = widths
  return (
    <Property label={t('inspector.width')} group>
      {() => (
        <Segmented
          block
          aria-label={t('inspector.width')}
          value={widths.size === 1 ? shared : -1}
          options={Array.from({ length: columns + 1 }, (_, value) => ({
            value,
            label: value === automatic ? t('inspector.widthAuto') : String(value),
          }))}
          onChange={(next) => actions.setWidth(fields, next === automatic ? null : next)}
        />
      )}
    </Property>
  )
}

/** What all of them can have: a width, a section, and whether they must be filled in. */
function CommonProperties({ form, fields }: FieldsInspectorProps) {
  const t = useTexts()
  const read = useLocalized()
  const actions = useFieldActions(form)
  const sections = new Set(fields.map((field) => placeOf(form.layout, field)?.section))
  return (
    <PropertyGroup title={t('inspector.basics')}>
      <WidthForAll form={form} fields={fields} />
      <Property label={t('canvas.moveToSection')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={sections.size === 1 ? ([...sections][0] ?? null) : null}
            options={form.layout.sections.map((section) => ({
              value: section.key,
              label: read(section.label, t('canvas.untitled')),
            }))}
            onChange={(section: string) => actions.moveToSection(fields, section)}
          />
        )}
      </Property>
      <RequiredForAll form={form} fields={fields} />
    </PropertyGroup>
  )
}

/** Several fields at once: each change is one step. */
export function FieldsInspector({ form, fields }: FieldsInspectorProps) {
  const t = useTexts()
  const actions = useFieldActions(form)
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name="columns" />
          <h2>{t('canvas.chosen', { count: fields.length })}</h2>
        </div>
        <div className="pwd-key" role="status">
          {t('canvas.chosenHelp')}
        </div>
      </header>
      <CommonProperties form={form} fields={fields} />
      <div className="pwd-inspector-end pwd-inspector-many">
        <Button block icon={<Icon name="plus" />} onClick={() => actions.duplicate(fields)}>
          {t('canvas.duplicate')}
        </Button>
        <Button block icon={<Icon name="copy" />} onClick={() => document.execCommand('copy')}>
          {t('canvas.copy')}
        </Button>
        <Button danger block icon={<Icon name="delete" />} onClick={() => actions.remove(fields)}>
          {t('canvas.remove')}
        </Button>
      </div>
    </>
  )
}
