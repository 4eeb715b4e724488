import type { Edit, Form } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign, useDefinition } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { stageModels, type StageModel } from './stage-models.ts'

export interface ModelPickerProps {
  readonly form: Form
  readonly label: string
  readonly make: (definition: ReturnType<typeof useDefinition>, form: Form, model: StageModel) => Edit[]
}

/** Takes over the stages that sales teams usually work with, to be changed afterwards. */
export function ModelPicker({ form, label, make }: ModelPickerProps) {
  const read = useLocalized()
  const definition = useDefinition()
  const { edit } = useDesign()
  return (
    <Select<string | null>
      className="pwd-full"
      aria-label={label}
      placeholder={label}
      value={null}
      options={stageModels.map((model) => ({
        value: model.key,
        label: (
          <span className="pwd-model">
            <span>{read(model.label)}</span>
            <span className="pwd-quiet">{model.stages.map((stage) => read(stage.label)).join(' → ')}</span>
          </span>
        ),
      }))}
      onChange={(key) => {
        const model = stageModels.find((one) => one.key === key)
        if (model !== undefined) edit(...make(definition, form, model))
      }}
    />
  )
}
