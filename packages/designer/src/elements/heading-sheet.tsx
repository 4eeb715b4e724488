import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'
import { FilledLabelProperty } from './filled-label-property.tsx'

export function HeadingSheet({ form, element, change }: ElementSheetProps<'heading'>) {
  const t = useTexts()
  return (
    <>
      <FilledLabelProperty
        form={form}
        label={t('elements.text')}
        value={element.text}
        onCommit={(text) => Object.keys(text).length > 0 && change({ ...element, text })}
      />
      <SelectProperty
        label={t('elements.size')}
        value={element.size ?? 'large'}
        options={(['large', 'small'] as const).map((value) => ({ value, label: t(`elements.${value}`) }))}
        onCommit={(size) => change({ ...element, size })}
      />
    </>
  )
}
