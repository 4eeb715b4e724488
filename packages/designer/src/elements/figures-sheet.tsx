import { FieldListProperty } from '../parts/field-list-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

/** Which values, in which order. */
export function FiguresSheet({ form, element, change }: ElementSheetProps<'figures'>) {
  const t = useTexts()
  return (
    <FieldListProperty
      label={t('elements.figures')}
      help={t('elements.figuresHelp')}
      fields={form.fields.filter(({ type }) => type !== 'lineItems' && type !== 'attachment')}
      value={element.fields}
      most={8}
      onChange={([first, ...rest]) => {
        if (first !== undefined) change({ ...element, fields: [first, ...rest] })
      }}
    />
  )
}
