import { stageOf } from '@pipewright/metadata'
import type { Form, Option } from '@pipewright/schemas'
import { EmptyState } from '@pipewright/ui'
import { Select } from 'antd'
import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useIndex, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { addOptions } from '../options/option-edits.ts'
import { useTexts } from '../texts/use-texts.ts'
import { beginWithModel } from './model-edits.ts'
import { ModelPicker } from './model-picker.tsx'
import { PipelinesEditor } from './pipelines-editor.tsx'
import { StageEditor } from './stage-editor.tsx'

const pipelines = '$pipelines'

function NoStages({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const choices = form.fields.filter(({ type }) => type === 'choice')
  return (
    <EmptyState
      icon="branches"
      title={t('stages.emptyTitle')}
      text={choices.length === 0 ? t('stages.noChoice') : t('stages.emptyText')}
      action={
        <div className="pwd-begin-stages">
          <ModelPicker form={form} label={t('stages.fromModel')} make={beginWithModel} />
          {choices.length > 0 && (
            <Select
              className="pwd-full"
              aria-label={t('forms.stageField')}
              placeholder={t('forms.stageField')}
              options={choices.map(({ key, label }) => ({ value: key, label: read(label) }))}
              onChange={(stageField: string) =>
                edit({ type: 'setForm', form: form.key, changes: { stageField } })
              }
            />
          )}
        </div>
      }
    />
  )
}

/** Puts a stage behind the last one, as an option of the field that holds them. */
function useAddStage(form: Form, options: readonly Option[]): () => void {
  const t = useTexts()
  const index = useIndex()
  const { edit, openArea, locale } = useDesign()
  return () => {
    const field = form.fields.find(({ key }) => key === form.stageField)
    if (field?.type !== 'choice') return
    const next = addOptions(options, [{ [locale]: t('stages.new') }])
    const set = field.optionSet === undefined ? undefined : index.optionSet(field.optionSet)
    const done =
      set === undefined
        ? edit({ type: 'setField', form: form.key, field: { ...field, options: next } })
        : edit({ type: 'putOptionSet', optionSet: { ...set, options: next } })
    if (done) openArea('stages', next.at(-1)?.key ?? null)
  }
}

function Staged({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { detail, openArea } = useDesign()
  const field = form.fields.find(({ key }) => key === form.stageField)
  const options = field === undefined ? [] : index.options(field)
  const add = useAddStage(form, options)
  const option = options.find(({ key }) => key === detail)
  const says = (key: string) => {
    const stage = stageOf(form, key)
    return stage?.days === undefined ? undefined : t('stages.daysShort', { count: stage.days })
  }
  return (
    <ListDetail
      title={t('stages.title')}
      items={[
        ...options.map(({ key, label }) => {
          const quiet = says(key)
          return { key, label: read(label), icon: 'flag', ...(quiet === undefined ? {} : { quiet }) }
        }),
        { key: pipelines, label: t('stages.pipelines'), icon: 'branches' },
      ]}
      open={detail}
      onOpen={(key) => openArea('stages', key)}
      addText={t('stages.add')}
      onAdd={add}
      empty={{ icon: 'branches', title: t('stages.emptyTitle'), text: t('stages.emptyText') }}
    >
      {option !== undefined && <StageEditor key={option.key} form={form} option={option} options={options} />}
      {detail === pipelines && <PipelinesEditor form={form} stages={options} />}
    </ListDetail>
  )
}

/** The stages that records of the open form pass. */
export function StagesArea() {
  const form = useOpenForm()
  if (form === undefined) return null
  return form.stageField === undefined ? <NoStages form={form} /> : <Staged form={form} />
}
