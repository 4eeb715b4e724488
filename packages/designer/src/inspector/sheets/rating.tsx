import { ratingSigns } from '@pipewright/renderer'
import type { RatingField } from '@pipewright/schemas'
import { NumberProperty } from '../../parts/number-property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const icons = ['star', 'heart', 'circle', 'flag'] as const

/** Which sign, and how many at most. */
export function RatingSheet({ field, change }: SheetProps<RatingField>) {
  const t = useTexts()
  return (
    <>
      <SelectProperty
        label={t('inspector.sign')}
        value={field.icon ?? 'star'}
        options={icons.map((one) => ({
          value: one,
          label: `${ratingSigns[one][0]} ${t(`inspector.sign_${one}`)}`,
        }))}
        onCommit={(icon) => change({ icon: icon === 'star' ? undefined : icon })}
      />
      <NumberProperty
        label={t('inspector.signs')}
        value={field.max}
        min={1}
        max={10}
        placeholder="5"
        onCommit={(max) => change({ max })}
      />
    </>
  )
}
