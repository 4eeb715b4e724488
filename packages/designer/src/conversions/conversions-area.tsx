import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useIndex, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConversionEditor } from './conversion-editor.tsx'
import { newConversion } from './new-conversion.ts'

/** What records of the form that is open can be turned into. */
export function ConversionsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const index = useIndex()
  const form = useOpenForm()
  if (form === undefined) return null
  const conversions = form.conversions ?? []
  const conversion = conversions.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.conversions')}
      items={conversions.map((one) => ({
        key: one.key,
        label: read(one.label, one.key),
        icon: 'swap',
        quiet: t('conversions.count', { count: one.creates.length }),
      }))}
      open={detail}
      onOpen={(key) => openArea('conversions', key)}
      onMove={(key, index) => edit({ type: 'moveConversion', form: form.key, conversion: key, index })}
      addText={t('conversions.add')}
      onAdd={() => {
        const made = newConversion(index, form)
        if (edit({ type: 'putConversion', form: form.key, conversion: made }))
          openArea('conversions', made.key)
      }}
      empty={{ icon: 'swap', title: t('conversions.emptyTitle'), text: t('conversions.emptyText') }}
    >
      {conversion !== undefined && (
        <ConversionEditor key={conversion.key} form={form} conversion={conversion} />
      )}
    </ListDetail>
  )
}
