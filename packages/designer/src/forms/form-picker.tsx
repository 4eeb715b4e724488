import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useState } from 'react'
import { ToolButton } from '../bar/tool-button.tsx'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { NewFormDialog } from './new-form-dialog.tsx'

/** Which form is designed; new ones are made here. */
export function FormPicker() {
  const t = useTexts()
  const read = useLocalized()
  const { form, openForm } = useDesign()
  const { forms } = useDefinition()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Select
        className="pwd-form-picker"
        popupMatchSelectWidth={260}
        listHeight={400}
        aria-label={t('forms.pick')}
        value={form}
        showSearch={{ optionFilterProp: 'title' }}
        options={forms.map((one) => ({
          value: one.key,
          title: `${one.label.en ?? ''} ${one.label.zh ?? ''}`,
          label: (
            <span className="pwd-row">
              <Icon name={one.icon ?? 'file-text'} /> {read(one.label)}
            </span>
          ),
        }))}
        onChange={openForm}
      />
      <ToolButton icon="plus" label={t('forms.new')} onClick={() => setAsking(true)} />
      <NewFormDialog open={asking} onClose={() => setAsking(false)} />
    </>
  )
}
