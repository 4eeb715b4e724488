import { indexDefinition } from '@pipewright/metadata'
import type { Form, Workflow, WorkflowStep } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { DocumentHead } from '../documents/document-head.tsx'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { newStep } from './new-workflow.ts'
import { StepEditor } from './step-editor.tsx'
import { ValuesEditor } from './values-editor.tsx'

type Changes = { readonly [P in keyof Workflow]?: Workflow[P] | undefined }

function useWorkflowChange(key: string) {
  const { store, edit } = useDesign()
  return (changes: Changes) => {
    const now = indexDefinition(store.state().definition).workflow(key)
    if (now !== undefined)
      edit({ type: 'putWorkflow', workflow: withoutEmpty<Workflow>({ ...now, ...changes } as Workflow) })
  }
}

function moved(steps: readonly WorkflowStep[], position: number, by: -1 | 1): WorkflowStep[] {
  const step = steps[position]
  const rest = steps.filter((_, at) => at !== position)
  return step === undefined
    ? [...steps]
    : [...rest.slice(0, position + by), step, ...rest.slice(position + by)]
}

const moments = ['onStart', 'onApproved', 'onRejected', 'onWithdrawn'] as const

interface PartProps {
  readonly form: Form
  readonly workflow: Workflow
  readonly change: (changes: Changes) => void
}

function Steps({ form, workflow, change }: PartProps) {
  const t = useTexts()
  const { steps } = workflow
  return (
    <PropertyGroup title={t('workflows.steps')}>
      {steps.map((step, position) => (
        <StepEditor
          key={step.key}
          form={form}
          step={step}
          position={position}
          count={steps.length}
          onChange={(next) => change({ steps: steps.map((one) => (one.key === step.key ? next : one)) })}
          onMove={(by) => change({ steps: moved(steps, position, by) })}
          onRemove={() => change({ steps: steps.filter(({ key }) => key !== step.key) })}
        />
      ))}
      <div>
        <Button icon={<Icon name="plus" />} onClick={() => change({ steps: [...steps, newStep(steps)] })}>
          {t('workflows.addStep')}
        </Button>
      </div>
    </PropertyGroup>
  )
}

/** When an approval is needed, who decides in which order, and what it sets. */
export function WorkflowEditor({ form, workflow }: { readonly form: Form; readonly workflow: Workflow }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = useWorkflowChange(workflow.key)
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'workflow', key: workflow.key })) openArea('workflows')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(workflow.label)} name={workflow.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={workflow.label} onCommit={(label) => change({ label })} />
      </PropertyGroup>
      <PropertyGroup title={t('workflows.when')}>
        <ConditionEditor
          form={form.key}
          label={t('workflows.when')}
          text={t('rules.always')}
          value={workflow.when ?? null}
          onCommit={(when) => change({ when: when ?? undefined })}
        />
      </PropertyGroup>
      <Steps form={form} workflow={workflow} change={change} />
      <PropertyGroup title={t('workflows.values')}>
        {moments.map((moment) => (
          <ValuesEditor
            key={moment}
            form={form}
            label={t(`workflows.${moment}`)}
            values={workflow[moment]}
            onChange={(values) => change({ [moment]: values })}
          />
        ))}
      </PropertyGroup>
    </div>
  )
}
