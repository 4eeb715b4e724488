import { itemKey } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { placeOf } from '../tree/layout-places.ts'

/** How many columns of its section a field or element spans; nothing to choose in a section of one column. */
export function WidthProperty({ form, field }: { readonly form: Form; readonly field: string }) {
  const t = useTexts()
  const { edit } = useDesign()
  const place = placeOf(form.layout, field)
  const section = form.layout.sections.find(({ key }) => key === place?.section)
  if (section === undefined || section.columns === 1) return null
  const width = section.items.find((item) => itemKey(item) === field)?.width ?? 0
  const widths = Array.from({ length: section.columns }, (_, index) => index + 1)
  return (
    <Property label={t('inspector.width')} group>
      {() => (
        <Segmented
          block
          aria-label={t('inspector.width')}
          value={Math.min(width, section.columns)}
          options={[
            { value: 0, label: t('inspector.widthAuto') },
            ...widths.map((value) => ({ value, label: String(value) })),
          ]}
          onChange={(next) =>
            edit({ type: 'setWidth', form: form.key, field, width: next === 0 ? null : next })
          }
        />
      )}
    </Property>
  )
}
