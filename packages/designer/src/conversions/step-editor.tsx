import { isSortable } from '@pipewright/metadata'
import type { ConversionStep, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useMemo } from 'react'
import { PathSelect } from '../documents/path-select.tsx'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { LinesEditor } from './lines-editor.tsx'
import { MappingEditor } from './mapping-editor.tsx'
import { isFillable, suggestValues } from './suggest-values.ts'

export interface StepEditorProps {
  /** The form whose records are converted. */
  readonly form: Form
  readonly step: ConversionStep
  /** The steps before it. */
  readonly made: readonly ConversionStep[]
  readonly position: number
  readonly onChange: (step: ConversionStep) => void
  readonly onForm: (form: string) => void
  /** Undefined where it cannot: at the ends, and where one needs the other. */
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}

type Changes = { readonly [P in keyof ConversionStep]?: ConversionStep[P] | undefined }

function StepHead(props: StepEditorProps & { readonly name: string }) {
  const { position, name, onUp, onDown, onRemove } = props
  const t = useTexts()
  const tools = [
    { key: 'stepUp', icon: 'arrow-up', act: onUp },
    { key: 'stepDown', icon: 'arrow-down', act: onDown },
    { key: 'stepRemove', icon: 'close', act: onRemove },
  ] as const
  return (
    <div className="pwd-card-head">
      <strong>
        {position + 1}. {name}
      </strong>
      {tools.map(({ key, icon, act }) => (
        <button
          key={key}
          type="button"
          className="pwd-tool"
          disabled={act === undefined}
          aria-label={t(`conversions.${key}`, { form: name })}
          onClick={() => act?.()}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}

/** When it is made, how often, and what is offered in its place. */
function StepOptions(props: StepEditorProps & { readonly change: (changes: Changes) => void }) {
  const { form, step, change } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const matchable = index.fieldsOf(step.form).filter((field) => isFillable(field) && isSortable(field))
  return (
    <>
      <Property label={t('conversions.match')} help={t('conversions.matchHelp')}>
        {(id) => (
          <PathSelect
            id={id}
            label={t('conversions.match')}
            options={matchable.map(({ key, label }) => ({ value: key, label: read(label, key) }))}
            value={step.matchFields ?? []}
            most={5}
            onChange={(fields) => change({ matchFields: fields.length === 0 ? undefined : fields })}
          />
        )}
      </Property>
      <NumberProperty
        label={t('conversions.repeat')}
        value={step.repeat}
        min={1}
        max={100}
        placeholder="1"
        onCommit={(repeat) => change({ repeat: repeat === 1 ? undefined : repeat })}
      />
      <Property label={t('conversions.stepWhen')} group>
        {() => (
          <ConditionEditor
            form={form.key}
            label={t('conversions.stepWhen')}
            text={t('conversions.always')}
            value={step.when ?? null}
            onCommit={(when) => change({ when: when ?? undefined })}
          />
        )}
      </Property>
    </>
  )
}

/** One record that is made: of which form, filled with what. */
export function StepEditor(props: StepEditorProps) {
  const { form, step, made, onChange, onForm } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { forms } = useDefinition()
  const counted = step.repeat !== undefined
  const from = useMemo(() => ({ form: form.key, made, counted }), [form.key, made, counted])
  const to = { form: step.form }
  const change = (changes: Changes) =>
    onChange(withoutEmpty<ConversionStep>({ ...step, ...changes } as ConversionStep))
  const name = read(index.form(step.form)?.label, step.form)
  return (
    <section className="pwd-card" aria-label={name}>
      <StepHead {...props} name={name} />
      <SelectProperty
        label={t('conversions.target')}
        value={step.form}
        options={forms.map(({ key, label }) => ({ value: key, label: read(label, key) }))}
        onCommit={onForm}
      />
      <MappingEditor
        label={t('conversions.valuesOf', { form: name })}
        to={to}
        from={from}
        values={step.values}
        makes
        filled={(step.lines ?? []).map(({ field }) => field)}
        suggest={(values) => suggestValues(index, from, to, values)}
        onChange={(values) => change({ values })}
      />
      <LinesEditor
        to={to}
        source={{ form: form.key }}
        from={from}
        lines={step.lines ?? []}
        onChange={(lines) => change({ lines })}
      />
      <StepOptions {...props} change={change} />
    </section>
  )
}
