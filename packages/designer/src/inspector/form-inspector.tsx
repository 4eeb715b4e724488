import { isSearchable, isWritable } from '@pipewright/metadata'
import type { Edit, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { RemoveForm } from '../forms/remove-form.tsx'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { FormLook } from '../forms/form-look.tsx'
import { TypeFieldProperty } from '../layouts/type-field-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { StartInspector } from '../start/start-inspector.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { EntryInspector } from './entry-inspector.tsx'
import { PageInspector } from './page-inspector.tsx'
import { PagesProperty } from './pages-property.tsx'
import { UniquenessProperty } from './uniqueness-property.tsx'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

const titles = new Set(['text', 'autoNumber', 'email', 'phone', 'formula', 'lookup', 'relation'])
const orNull = <T,>(list: T[]): T[] | null => (list.length === 0 ? null : list)

interface PartProps {
  readonly form: Form
  readonly change: (changes: FormChanges) => boolean
}

function Names({ form, change }: PartProps) {
  const t = useTexts()
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
      <FormLook
        icon={form.icon}
        color={form.color}
        onIcon={(icon) => change({ icon })}
        onColor={(color) => change({ color })}
      />
    </PropertyGroup>
  )
}

function SpecialFields({ form, change }: PartProps) {
  const t = useTexts()
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
      <TypeFieldProperty form={form} change={change} />
      <FieldListProperty
        label={t('forms.searchFields')}
        fields={form.fields.filter(isSearchable)}
        value={form.searchFields}
        most={20}
        onChange={(keys) => change({ searchFields: orNull(keys) })}
      />
      <FieldListProperty
        label={t('forms.matchFields')}
        help={t('forms.matchFieldsHelp')}
        fields={form.fields.filter(
          (field) => isWritable(field) && field.type !== 'lineItems' && field.type !== 'attachment',
        )}
        value={form.matchFields}
        most={5}
        onChange={(keys) => change({ matchFields: orNull(keys) })}
      />
    </PropertyGroup>
  )
}

/** Names, look and special fields of a form, and how its record page is made up. */
export function FormInspector({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const change = (changes: FormChanges) => edit({ type: 'setForm', form: form.key, changes })
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name={form.icon ?? 'file-text'} />
          <h2>{read(form.label)}</h2>
        </div>
        <div className="pwd-key">
          {t('inspector.form')} · {t('inspector.key')} <code>{form.key}</code>
        </div>
      </header>
      <Names form={form} change={change} />
      <SpecialFields form={form} change={change} />
      <UniquenessProperty form={form} />
      <PagesProperty form={form} />
      <StartInspector form={form} />
      <EntryInspector form={form} />
      <PageInspector form={form} />
      <RemoveForm form={form} />
    </>
  )
}
