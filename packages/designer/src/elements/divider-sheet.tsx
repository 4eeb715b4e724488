import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'
import { FilledLabelProperty } from './filled-label-property.tsx'

export function DividerSheet({ form, element, change }: ElementSheetProps<'divider'>) {
  const t = useTexts()
  return (
    <FilledLabelProperty
      form={form}
      label={t('elements.onLine')}
      value={element.label}
      onCommit={(label) => {
        const { label: _, ...rest } = element
        change(Object.keys(label).length === 0 ? rest : { ...rest, label })
      }}
    />
  )
}
