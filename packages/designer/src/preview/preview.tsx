import { RecordForm, RendererProvider } from '@pipewright/renderer'
import type { RendererData } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { EmptyState, Icon, useNarrow } from '@pipewright/ui'
import { App, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useDefinition } from '../environment/design-context.ts'
import { roleRights } from '../environment/full-rights.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useEnvironment } from '../environment/use-environment.ts'
import { useTexts } from '../texts/use-texts.ts'

type Device = 'desktop' | 'phone'

function PreviewForm({
  form,
  role,
  records,
}: {
  readonly form: Form
  readonly role: string
  readonly records: RendererData
}) {
  const t = useTexts()
  const { message } = App.useApp()
  const definition = useDefinition()
  const rights = useMemo(() => {
    const found = definition.roles.find(({ key }) => key === role)
    return found === undefined ? {} : roleRights(definition, found)
  }, [definition, role])
  const environment = useEnvironment(records, rights)
  const own = rights[form.key]
  if (own === undefined || !own.create)
    return <EmptyState icon="lock" title={t('preview.noCreate')} text={t('preview.noCreateText')} />
  return (
    <RendererProvider environment={environment}>
      <RecordForm
        key={`${form.key}${role}`}
        form={form.key}
        mode="create"
        rights={own}
        values={{}}
        onSubmit={() => void message.info(t('preview.notSaved'))}
        submitText={t('preview.check')}
      />
    </RendererProvider>
  )
}

/** The form as a member with one role fills it in: rules, formulas and rights at work, nothing saved. */
export function Preview({ form, records }: { readonly form: Form; readonly records: RendererData }) {
  const t = useTexts()
  const read = useLocalized()
  const narrow = useNarrow()
  const { roles } = useDefinition()
  const [role, setRole] = useState<string | null>(null)
  const [device, setDevice] = useState<Device>('desktop')
  const shown = role ?? roles.find((one) => one.admin === true)?.key ?? roles[0]?.key ?? ''
  return (
    <div className="pwd-preview">
      <div className="pwd-preview-bar">
        <span className="pwd-quiet">{t('preview.as')}</span>
        <Select
          className="pwd-preview-role"
          aria-label={t('preview.as')}
          value={shown}
          options={roles.map((one) => ({ value: one.key, label: read(one.label) }))}
          onChange={setRole}
        />
        {!narrow && (
          <Segmented
            aria-label={t('preview.device')}
            value={device}
            options={(['desktop', 'phone'] as const).map((value) => ({
              value,
              label: t(`preview.${value}`),
              icon: <Icon name={value === 'desktop' ? 'desktop' : 'mobile'} />,
            }))}
            onChange={setDevice}
          />
        )}
      </div>
      <div className="pwd-preview-frame" data-device={device}>
        <PreviewForm form={form} role={shown} records={records} />
      </div>
    </div>
  )
}
