import { viewIcons } from '@pipewright/renderer'
import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useIndex, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newView } from './new-view.ts'
import { ViewEditor } from './view-editor.tsx'

/** The saved lists and boards of the form that is open. */
export function ViewsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const index = useIndex()
  const form = useOpenForm()
  if (form === undefined) return null
  const views = index.viewsOf(form.key)
  const view = views.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.views')}
      items={views.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: viewIcons[one.type],
        quiet: t(`views.${one.type}`),
      }))}
      open={detail}
      onOpen={(key) => openArea('views', key)}
      addText={t('views.add')}
      onAdd={() => {
        const made = newView(index.definition, form)
        if (edit({ type: 'putView', view: made })) openArea('views', made.key)
      }}
      empty={{ icon: 'table', title: t('views.emptyTitle'), text: t('views.emptyText') }}
    >
      {view !== undefined && <ViewEditor key={view.key} form={form} view={view} />}
    </ListDetail>
  )
}
