import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newPublicForm } from './new-public-form.ts'
import { PublicFormEditor } from './public-form-editor.tsx'

/** Pages of the form that anybody with their link can fill in. */
export function PublicFormsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const form = useOpenForm()
  if (form === undefined) return null
  const pages = form.publicForms ?? []
  const page = pages.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('publicForms.title')}
      items={pages.map((one) => ({ key: one.key, label: read(one.label), icon: 'global' }))}
      open={detail}
      onOpen={(key) => openArea('publicForms', key)}
      addText={t('publicForms.add')}
      onAdd={() => {
        const made = newPublicForm(form)
        if (edit({ type: 'putPublicForm', form: form.key, publicForm: made }))
          openArea('publicForms', made.key)
      }}
      empty={{ icon: 'global', title: t('publicForms.emptyTitle'), text: t('publicForms.emptyText') }}
    >
      {page !== undefined && <PublicFormEditor key={page.key} form={form} page={page} />}
    </ListDetail>
  )
}
