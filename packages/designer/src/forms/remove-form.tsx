import type { Form } from '@pipewright/schemas'
import { Icon, useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Takes the form away after naming it; its records are kept aside, and undo brings it back. */
export function RemoveForm({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { modal } = useSay()
  const { app, edit, openForm } = useDesign()
  const { forms } = useDefinition()
  const next = forms.find(({ key }) => key !== form.key)
  if (next === undefined) return null
  const isNew = app.may.admin && !app.definition.forms.some(({ key }) => key === form.key)
  const ask = () =>
    modal.confirm({
      title: t('forms.removeTitle', { form: read(form.label) }),
      content: t('forms.removeText'),
      okText: t('forms.remove'),
      okButtonProps: { danger: true },
      onOk: () => {
        if (edit({ type: 'removeForm', form: form.key, ...(isNew ? { neverPublished: true } : {}) }))
          openForm(next.key)
      },
    })
  return (
    <div className="pwd-inspector-end">
      <Button danger block icon={<Icon name="delete" />} onClick={ask}>
        {t('forms.remove')}
      </Button>
    </div>
  )
}
