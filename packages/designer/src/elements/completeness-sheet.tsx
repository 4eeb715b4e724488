import { isWritable } from '@pipewright/metadata'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

/** What is asked for, in the order in which missing things are named. */
export function CompletenessSheet({ form, element, change }: ElementSheetProps<'completeness'>) {
  const t = useTexts()
  return (
    <FieldListProperty
      label={t('elements.asked')}
      help={t('elements.askedHelp')}
      fields={form.fields.filter(isWritable)}
      value={element.fields}
      most={40}
      onChange={([first, ...rest]) => {
        if (first !== undefined) change({ ...element, fields: [first, ...rest] })
      }}
    />
  )
}
