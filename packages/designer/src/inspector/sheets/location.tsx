import type { LocationField } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { DecimalProperty } from '../../parts/decimal-property.tsx'
import { NumberProperty } from '../../parts/number-property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const maps = ['openStreetMap', 'amap', 'none'] as const
const point = '$point'

type Limit = NonNullable<LocationField['within']>

function LimitPoint({
  within,
  set,
}: {
  readonly within: Limit
  readonly set: (next: Partial<Limit>) => void
}) {
  const t = useTexts()
  return (
    <>
      <DecimalProperty
        label={t('inspector.latitude')}
        value={within.latitude}
        onCommit={(latitude) => set({ latitude: latitude ?? '0' })}
      />
      <DecimalProperty
        label={t('inspector.longitude')}
        value={within.longitude}
        onCommit={(longitude) => set({ longitude: longitude ?? '0' })}
      />
    </>
  )
}

/** The map it opens in, and how far from where it may be. */
export function LocationSheet({ field, site, change }: SheetProps<LocationField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const others = useIndex()
    .fieldsOf(site.form, site.lineItems)
    .filter((other) => other.type === 'location' && other.key !== field.key)
    .map((other) => ({ value: other.key, label: localize(other.label, locale) }))
  const { within } = field
  return (
    <>
      <SelectProperty
        label={t('inspector.map')}
        value={field.map ?? 'openStreetMap'}
        options={maps.map((one) => ({ value: one, label: t(`inspector.map_${one}`) }))}
        onCommit={(map) => change({ map })}
      />
      <NumberProperty
        label={t('inspector.withinMetres')}
        value={within?.metres}
        min={1}
        max={10_000_000}
        onCommit={(metres) =>
          change({
            within: metres === undefined ? undefined : { latitude: '0', longitude: '0', ...within, metres },
          })
        }
      />
      {within !== undefined && (
        <SelectProperty
          label={t('inspector.measuredFrom')}
          value={within.field ?? point}
          options={[{ value: point, label: t('inspector.fixedPoint') }, ...others]}
          onCommit={(key) => {
            const { metres } = within
            change({
              within: key === point ? { metres, latitude: '0', longitude: '0' } : { metres, field: key },
            })
          }}
        />
      )}
      {within !== undefined && within.field === undefined && (
        <LimitPoint within={within} set={(next) => change({ within: { ...within, ...next } })} />
      )}
    </>
  )
}
