import { stageOf } from '@pipewright/metadata'
import type { Form, LocalizedText, Option } from '@pipewright/schemas'
import { Button, Switch } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ChecklistEditor } from './checklist-editor.tsx'
import { GateEditor } from './gate-editor.tsx'
import { useStageChange } from './use-stage-change.ts'

export interface StageEditorProps {
  readonly form: Form
  readonly option: Option
  readonly options: readonly Option[]
}

function Moves({ form, option, options }: StageEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const change = useStageChange(form, option.key)
  const stage = stageOf(form, option.key)
  const others = options.filter(({ key }) => key !== option.key)
  return (
    <PropertyGroup title={t('stages.moves')}>
      <Property label={t('stages.anyNext')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={stage?.next === undefined}
            onChange={(any) => change({ next: any ? undefined : others.map(({ key }) => key) })}
          />
        )}
      </Property>
      {stage?.next !== undefined && (
        <Property label={t('stages.next')} help={t('stages.nextHelp')}>
          {(id) => (
            <PathSelect
              id={id}
              label={t('stages.next')}
              options={others.map(({ key, label }) => ({ value: key, label: read(label) }))}
              value={stage.next ?? []}
              onChange={(next) => change({ next })}
            />
          )}
        </Property>
      )}
      <NumberProperty
        label={t('stages.days')}
        value={stage?.days}
        min={1}
        max={3650}
        placeholder={t('stages.noLimit')}
        onCommit={(days) => change({ days })}
      />
    </PropertyGroup>
  )
}

function Words({ form, option }: Omit<StageEditorProps, 'options'>) {
  const t = useTexts()
  const change = useStageChange(form, option.key)
  const stage = stageOf(form, option.key)
  const text = (
    label: string,
    value: LocalizedText | undefined,
    commit: (text: LocalizedText) => boolean,
  ) => (
    <Property label={label} group>
      {() => <LocalizedInput label={label} lines={3} value={value} onCommit={commit} />}
    </Property>
  )
  return (
    <PropertyGroup title={t('stages.words')}>
      {text(t('stages.guidance'), stage?.guidance, (guidance) => change({ guidance }))}
      {text(t('stages.script'), stage?.script, (script) => change({ script }))}
    </PropertyGroup>
  )
}

/** Everything about one stage: what may follow, what it asks for, what it says, how long it may last. */
export function StageEditor({ form, option, options }: StageEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const change = useStageChange(form, option.key)
  const stage = stageOf(form, option.key)
  const clear = () => {
    const rest = (form.stages ?? []).filter(({ key }) => key !== option.key)
    edit({ type: 'setForm', form: form.key, changes: { stages: rest.length === 0 ? null : rest } })
  }
  return (
    <div className="pwd-document">
      <header className="pwd-document-head">
        <div>
          <h2>{read(option.label)}</h2>
          <div className="pwd-key">
            {t('inspector.key')} <code>{option.key}</code>
          </div>
        </div>
        {stage !== undefined && <Button onClick={clear}>{t('stages.clear')}</Button>}
      </header>
      <Moves form={form} option={option} options={options} />
      <GateEditor
        form={form}
        title={t('stages.enter')}
        gate={stage?.enter}
        onChange={(enter) => change({ enter })}
      />
      <GateEditor
        form={form}
        title={t('stages.leave')}
        gate={stage?.leave}
        onChange={(leave) => change({ leave })}
      />
      <Words form={form} option={option} />
      <ChecklistEditor
        items={stage?.checklist ?? []}
        onChange={(items) => change({ checklist: items.length === 0 ? undefined : items })}
      />
    </div>
  )
}
