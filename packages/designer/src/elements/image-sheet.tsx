import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { PictureUpload } from '../parts/picture-upload.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

/** Which picture, what it shows, and how tall it may be. */
export function ImageSheet(props: ElementSheetProps<'image'>) {
  const { element, change } = props
  const t = useTexts()
  return (
    <>
      <Property label={t('elements.picture')} help={t('elements.pictureHelp')} group>
        {() => (
          <PictureUpload
            has={element.file !== undefined}
            onUploaded={(file) => change({ ...element, file })}
          />
        )}
      </Property>
      <Property label={t('elements.alt')} help={t('elements.altHelp')} group>
        {() => (
          <LocalizedInput
            label={t('elements.alt')}
            value={element.alt}
            onCommit={(alt) => {
              const { alt: _, ...rest } = element
              change(Object.keys(alt).length === 0 ? rest : { ...rest, alt })
            }}
          />
        )}
      </Property>
      <NumberProperty
        label={t('elements.height')}
        value={element.height}
        min={24}
        max={800}
        onCommit={(height) => {
          const { height: _, ...rest } = element
          change(height === undefined ? rest : { ...rest, height })
        }}
      />
    </>
  )
}
