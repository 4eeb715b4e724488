import { requiredOffLayout } from '@pipewright/metadata'
import type { Form, FormLayout } from '@pipewright/schemas'
import { Icon, listed } from '@pipewright/ui'
import { Alert, Button, Switch } from 'antd'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { PageInspector } from '../inspector/page-inspector.tsx'
import { LabelsProperty } from '../inspector/labels-property.tsx'
import { PagesProperty } from '../inspector/pages-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { LayoutAudience } from './layout-audience.tsx'

interface PartProps {
  readonly form: Form
  readonly open: FormLayout
}

/** What must be filled and is not on it: people are asked for it at the end. */
function RequiredNotice({ form, open }: PartProps) {
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  const missing = open.print === true ? [] : requiredOffLayout(form, open.layout)
  if (missing.length === 0) return null
  const names = missing.map((key) => read(form.fields.find((field) => field.key === key)?.label, key))
  return <Alert type="warning" showIcon title={t('layouts.required', { fields: listed(names, locale) })} />
}

function Tools({ form, open }: PartProps) {
  const t = useTexts()
  const { edit, openLayout } = useDesign()
  const layouts = form.layouts ?? []
  const at = layouts.findIndex(({ key }) => key === open.key)
  const move = (by: -1 | 1) => edit({ type: 'putLayout', form: form.key, formLayout: open, index: at + by })
  const remove = () => {
    if (edit({ type: 'removeLayout', form: form.key, formLayout: open.key })) openLayout(null)
  }
  return (
    <div className="pwd-inspector-end">
      <Button block icon={<Icon name="arrow-up" />} disabled={at === 0} onClick={() => move(-1)}>
        {t('layouts.earlier')}
      </Button>
      <Button
        block
        icon={<Icon name="arrow-down" />}
        disabled={at === layouts.length - 1}
        onClick={() => move(1)}
      >
        {t('layouts.later')}
      </Button>
      <Button danger block icon={<Icon name="delete" />} onClick={remove}>
        {t('layouts.remove')}
      </Button>
    </div>
  )
}

/** Name and audience of a further layout. `form` is arranged by it. */
export function LayoutInspector({ form, open }: PartProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const put = (changes: { readonly [P in keyof FormLayout]?: FormLayout[P] | undefined }) =>
    edit({
      type: 'putLayout',
      form: form.key,
      formLayout: withoutEmpty({ ...open, ...changes }) as FormLayout,
    })
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name="layout" />
          <h2>{read(open.label)}</h2>
        </div>
        <div className="pwd-key">{t('layouts.one')}</div>
      </header>
      <PropertyGroup title={t('inspector.basics')}>
        <Property label={t('layouts.name')} group>
          {() => (
            <LocalizedInput
              label={t('layouts.name')}
              value={open.label}
              onCommit={(label) => put({ label })}
            />
          )}
        </Property>
        <Property label={t('layouts.print')} help={t('layouts.printHelp')} inline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={open.print === true}
              onChange={(print) => put({ print: print ? true : undefined })}
            />
          )}
        </Property>
        <RequiredNotice form={form} open={open} />
      </PropertyGroup>
      <PropertyGroup title={t('layouts.for')}>
        <p className="pwd-property-help">{t('layouts.forHelp')}</p>
        <LayoutAudience form={form} value={open} onChange={put} />
      </PropertyGroup>
      {open.print !== true && <PagesProperty form={form} />}
      {open.print !== true && <LabelsProperty form={form} />}
      {open.print !== true && <PageInspector form={form} />}
      <Tools form={form} open={open} />
    </>
  )
}
