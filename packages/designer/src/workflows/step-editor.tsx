import type { Form, WorkflowStep } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { PathSelect } from '../documents/path-select.tsx'
import { usePaths } from '../documents/use-paths.ts'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ApproverEditor } from './approver-editor.tsx'

export interface StepEditorProps {
  readonly form: Form
  readonly step: WorkflowStep
  readonly position: number
  readonly count: number
  readonly onChange: (step: WorkflowStep) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function StepTools({
  position,
  count,
  onMove,
  onRemove,
  name,
}: Omit<StepEditorProps, 'form' | 'step' | 'onChange'> & { readonly name: string }) {
  const t = useTexts()
  return (
    <>
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          className="pwd-tool"
          disabled={position + by < 0 || position + by >= count}
          aria-label={t(by < 0 ? 'inspector.columnUp' : 'inspector.columnDown', { name })}
          onClick={() => onMove(by)}
        >
          <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />
        </button>
      ))}
      <button
        type="button"
        className="pwd-tool"
        disabled={count === 1}
        aria-label={t('workflows.removeStep', { name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </>
  )
}

/** One decision: who decides, when it is needed, and what the person sees first. */
export function StepEditor(props: StepEditorProps) {
  const { form, step, position, onChange } = props
  const t = useTexts()
  const read = useLocalized()
  const paths = usePaths(form.key)
  const change = (changes: { readonly [P in keyof WorkflowStep]?: WorkflowStep[P] | undefined }) =>
    onChange(withoutEmpty<WorkflowStep>({ ...step, ...changes } as WorkflowStep))
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <strong>
          {position + 1}. {read(step.label)}
        </strong>
        <StepTools {...props} name={read(step.label)} />
      </div>
      <LocalizedInput
        label={t('workflows.stepLabel')}
        value={step.label}
        onCommit={(label) => change({ label })}
      />
      <ApproverEditor approver={step.approver} onChange={(approver) => change({ approver })} />
      <Property label={t('workflows.stepWhen')} group>
        {() => (
          <ConditionEditor
            form={form.key}
            label={t('workflows.stepWhen')}
            text={t('rules.always')}
            value={step.when ?? null}
            onCommit={(when) => change({ when: when ?? undefined })}
          />
        )}
      </Property>
      <Property label={t('workflows.show')}>
        {(id) => (
          <PathSelect
            id={id}
            label={t('workflows.show')}
            options={paths}
            value={step.show ?? []}
            most={30}
            onChange={(show) => change({ show: show.length === 0 ? undefined : show })}
          />
        )}
      </Property>
    </div>
  )
}
