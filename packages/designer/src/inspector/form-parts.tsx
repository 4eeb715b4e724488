import { isSearchable } from '@pipewright/metadata'
import type { Edit, Form } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FormLook } from '../forms/form-look.tsx'
import { FollowUpLogProperty } from './follow-up-log-property.tsx'
import { FollowUpField } from './follow-up-field.tsx'
import { TypeFieldProperty } from '../layouts/type-field-property.tsx'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

const titles = new Set(['text', 'autoNumber', 'email', 'phone', 'formula', 'lookup', 'relation'])
const orNull = <T,>(list: T[]): T[] | null => (list.length === 0 ? null : list)

interface PartProps {
  readonly form: Form
}

function useFormChange({ key }: Form) {
  const { edit } = useDesign()
  return (changes: FormChanges) => edit({ type: 'setForm', form: key, changes })
}

/** What a form is called, and its look. */
export function FormNames({ form }: PartProps) {
  const t = useTexts()
  const change = useFormChange(form)
  return (
    <PropertyGroup title={t('inspector.basics')}>
      <Property label={t('forms.label')} group>
        {() => (
          <LocalizedInput
            label={t('forms.label')}
            value={form.label}
            onCommit={(label) => change({ label })}
          />
        )}
      </Property>
      <Property label={t('forms.labelPlural')} group>
        {() => (
          <LocalizedInput
            label={t('forms.labelPlural')}
            value={form.labelPlural}
            onCommit={(labelPlural) => change({ labelPlural })}
          />
        )}
      </Property>
      <Property label={t('forms.description')} help={t('forms.descriptionHelp')} group>
        {() => (
          <LocalizedInput
            label={t('forms.description')}
            lines={3}
            value={form.description}
            onCommit={(description) =>
              change({ description: Object.keys(description).length === 0 ? null : description })
            }
          />
        )}
      </Property>
      <FormLook
        icon={form.icon}
        color={form.color}
        onIcon={(icon) => change({ icon })}
        onColor={(color) => change({ color })}
      />
    </PropertyGroup>
  )
}

/** The fields that name, stage and find records. */
export function SpecialFields({ form }: PartProps) {
  const t = useTexts()
  const change = useFormChange(form)
  const read = useLocalized()
  const named = (fields: Form['fields']) =>
    fields.map((field) => ({ value: field.key, label: read(field.label) }))
  return (
    <PropertyGroup title={t('forms.special')}>
      <Property label={t('forms.titleField')} help={t('forms.titleFieldHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={form.titleField}
            options={named(
              form.fields.filter(({ key, type }) => titles.has(type) || key === form.titleField),
            )}
            onChange={(titleField: string) => change({ titleField })}
          />
        )}
      </Property>
      <Property label={t('forms.stageField')} help={t('forms.stageFieldHelp')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            className="pwd-full"
            value={form.stageField ?? null}
            placeholder={t('forms.noStage')}
            options={named(form.fields.filter(({ type }) => type === 'choice'))}
            onChange={(stageField: string | null | undefined) =>
              // What was said about the options of another field means nothing here.
              change({ stageField: stageField ?? null, stages: null, pipelineField: null, pipelines: null })
            }
          />
        )}
      </Property>
      <FollowUpField form={form} change={change} />
      <FollowUpLogProperty form={form} change={change} />
      <TypeFieldProperty form={form} change={change} />
      <FieldListProperty
        label={t('forms.searchFields')}
        fields={form.fields.filter(isSearchable)}
        value={form.searchFields}
        most={20}
        onChange={(keys) => change({ searchFields: orNull(keys) })}
      />
    </PropertyGroup>
  )
}
