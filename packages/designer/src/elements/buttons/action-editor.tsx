import type { ButtonAction, Form } from '@pipewright/schemas'
import { useDefinition } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { ValuesEditor } from '../../workflows/values-editor.tsx'
import { LinkAction } from './link-action.tsx'
import { creationOf } from './new-action.ts'

export interface ActionEditorProps {
  readonly form: Form
  readonly action: ButtonAction
  readonly onChange: (action: ButtonAction) => void
}

/** What one action of a button needs to be told. */
export function ActionEditor({ form, action, onChange }: ActionEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const definition = useDefinition()
  const choices = (list: readonly Pick<Form, 'key' | 'label'>[]) =>
    list.map(({ key, label }) => ({ value: key, label: read(label, key) }))
  switch (action.type) {
    case 'set':
      return (
        <ValuesEditor
          form={form}
          label={t('elements.values')}
          values={action.values}
          onChange={(values) => values !== undefined && onChange({ ...action, values })}
        />
      )
    case 'convert':
      return (
        <SelectProperty
          label={t('elements.conversion')}
          value={action.conversion}
          options={choices(form.conversions ?? [])}
          onCommit={(conversion) => onChange({ ...action, conversion })}
        />
      )
    case 'submit':
      return (
        <SelectProperty
          label={t('elements.workflow')}
          value={action.workflow}
          options={choices(definition.workflows.filter((one) => one.form === form.key))}
          onCommit={(workflow) => onChange({ ...action, workflow })}
        />
      )
    case 'create': {
      const target = definition.forms.find(({ key }) => key === action.form)
      return (
        <>
          <SelectProperty
            label={t('elements.newRecord')}
            value={action.form}
            options={choices(definition.forms)}
            onCommit={(key) => onChange(creationOf(definition, form, key))}
          />
          {target !== undefined && (
            <ValuesEditor
              form={target}
              source={form.key}
              label={t('elements.values')}
              values={action.values}
              onChange={(values) => onChange({ ...action, values: values ?? {} })}
            />
          )}
        </>
      )
    }
    case 'open':
      return <LinkAction form={form} action={action} onChange={onChange} />
  }
}
