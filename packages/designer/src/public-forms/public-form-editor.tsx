import type { Form, PublicForm } from '@pipewright/schemas'
import { DocumentHead } from '../documents/document-head.tsx'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { FromAddress } from './from-address.tsx'
import { LinkPanel } from './link-panel.tsx'
import { PageElements } from './page-elements.tsx'
import { PageFind } from './page-find.tsx'
import { PageKind } from './page-kind.tsx'
import { PageFields } from './page-fields.tsx'
import { PageLimits } from './page-limits.tsx'
import { PageLook } from './page-look.tsx'
import { usePublicFormChange } from './use-public-form-change.ts'

/** Everything about one public form: its link, fields, limits and words. */
export function PublicFormEditor({ form, page }: { readonly form: Form; readonly page: PublicForm }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = usePublicFormChange(form, page.key)
  const remove = () => {
    if (edit({ type: 'removePublicForm', form: form.key, publicForm: page.key })) openArea('publicForms')
  }
  const part = { form, page, change }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(page.label)} name={page.key} onRemove={remove} />
      <PropertyGroup title={t('publicForms.link')}>
        <LinkPanel form={form} page={page} />
      </PropertyGroup>
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={page.label} onCommit={(label) => change({ label })} />
        <PageKind {...part} />
        {page.find === undefined ? (
          <>
            <PageFields {...part} />
            <PageElements {...part} />
            <FromAddress {...part} />
          </>
        ) : (
          <PageFind {...part} find={page.find} />
        )}
      </PropertyGroup>
      <PropertyGroup title={t('publicForms.limits')}>
        <PageLimits {...part} />
      </PropertyGroup>
      <PropertyGroup title={t('publicForms.look')}>
        <PageLook {...part} />
      </PropertyGroup>
    </div>
  )
}
