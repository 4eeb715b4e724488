import type { Edit, Form, Option, Pipeline } from '@pipewright/schemas'
import { Select } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

/** Which field picks the pipeline of a record, and which stages each pipeline passes. */
export function PipelinesEditor({
  form,
  stages,
}: {
  readonly form: Form
  readonly stages: readonly Option[]
}) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const index = useIndex()
  const change = (changes: FormChanges) => edit({ type: 'setForm', form: form.key, changes })
  const field = form.fields.find(({ key }) => key === form.pipelineField)
  const pipelines = form.pipelines ?? []
  const put = (key: string, keys: string[]) => {
    const rest = pipelines.filter((one) => one.key !== key)
    const next: Pipeline[] = keys.length === 0 ? rest : [...rest, { key, stages: keys }]
    change({ pipelines: next.length === 0 ? null : next })
  }
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
      {field !== undefined && (
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
      )}
    </div>
  )
}
