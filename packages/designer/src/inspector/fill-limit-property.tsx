import type { FillLimit, Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { NumberProperty } from '../parts/number-property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'

const periods = ['ever', 'day', 'week', 'month'] as const

/** How many records of the form one member may make, and in which time. */
export function FillLimitProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit } = useDesign()
  const { fillLimit } = form
  const put = (next: FillLimit | null) =>
    edit({ type: 'setForm', form: form.key, changes: { fillLimit: next } })
  return (
    <>
      <NumberProperty
        label={t('entry.fillMost')}
        value={fillLimit?.most}
        min={1}
        max={1_000_000}
        placeholder={t('entry.fillFree')}
        onCommit={(most) => put(most === undefined ? null : { ...fillLimit, most })}
      />
      {fillLimit !== undefined && (
        <>
          <SelectProperty
            label={t('entry.fillPer')}
            value={fillLimit.per ?? 'ever'}
            options={periods.map((value) => ({ value, label: t(`entry.fill_${value}`) }))}
            onCommit={(per) => put(per === 'ever' ? { most: fillLimit.most } : { ...fillLimit, per })}
          />
          <p className="pwd-quiet">{t('entry.fillHelp')}</p>
        </>
      )}
    </>
  )
}
