import type { ChoiceField, Edit, Form, Option, Pipeline } from '@pipewright/schemas'
import { Select } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { addPipeline } from './model-edits.ts'
import { ModelPicker } from './model-picker.tsx'
import { useTexts } from '../texts/use-texts.ts'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

interface PipelinesProps {
  readonly form: Form
  readonly stages: readonly Option[]
}

function PipelineStages({ form, stages, field }: PipelinesProps & { readonly field: ChoiceField }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const index = useIndex()
  const pipelines = form.pipelines ?? []
  const put = (key: string, keys: string[]) => {
    const rest = pipelines.filter((one) => one.key !== key)
    const next: Pipeline[] = keys.length === 0 ? rest : [...rest, { key, stages: keys }]
    edit({ type: 'setForm', form: form.key, changes: { pipelines: next.length === 0 ? null : next } })
  }
  return (
    <PropertyGroup title={t('stages.pipelineStages')}>
      {index.options(field).map((option) => (
        <Property key={option.key} label={read(option.label)}>
          {(id) => (
            <PathSelect
              id={id}
              label={read(option.label)}
              options={stages.map(({ key, label }) => ({ value: key, label: read(label) }))}
              value={pipelines.find(({ key }) => key === option.key)?.stages ?? []}
              onChange={(keys) => put(option.key, keys)}
            />
          )}
        </Property>
      ))}
      <p className="pwd-quiet">{t('stages.allStages')}</p>
    </PropertyGroup>
  )
}

/** Which field picks the pipeline of a record, and which stages each pipeline passes. */
export function PipelinesEditor({ form, stages }: PipelinesProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const change = (changes: FormChanges) => edit({ type: 'setForm', form: form.key, changes })
  const field = form.fields.find(({ key }) => key === form.pipelineField)
  return (
    <div className="pwd-document">
      <header className="pwd-document-head">
        <h2>{t('stages.pipelines')}</h2>
      </header>
      <PropertyGroup title={t('stages.pipelineField')}>
        <Property label={t('stages.pipelineField')} help={t('stages.pipelineHelp')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              className="pwd-full"
              placeholder={t('stages.onePipeline')}
              value={form.pipelineField ?? null}
              options={form.fields
                .filter(({ type, key }) => type === 'choice' && key !== form.stageField)
                .map(({ key, label }) => ({ value: key, label: read(label) }))}
              onChange={(key: string | null | undefined) =>
                change({ pipelineField: key ?? null, pipelines: null })
              }
            />
          )}
        </Property>
      </PropertyGroup>
      <PropertyGroup title={t('stages.models')}>
        <ModelPicker form={form} label={t('stages.addModel')} make={addPipeline} />
        <p className="pwd-quiet">{t('stages.addModelHelp')}</p>
      </PropertyGroup>
      {field?.type === 'choice' && <PipelineStages form={form} stages={stages} field={field} />}
    </div>
  )
}
