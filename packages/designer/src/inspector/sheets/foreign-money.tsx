import { currenciesOf, localize, usualCurrencies } from '@pipewright/metadata'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { CurrencySelect } from './currency-select.tsx'
import { DecimalLimits } from './decimal-limits.tsx'
import type { SheetProps } from './sheet.ts'

const created = '$created'
const isCode = /^[A-Z]{3}$/

/** Which currencies records may be in, which one totals count in, and whose day decides on the rate. */
export function ForeignMoneySheet({ field, site, change }: SheetProps<ForeignMoneyField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const days = useIndex()
    .fieldsOf(site.form, site.lineItems)
    .filter(({ type }) => type === 'date')
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
  const offered = [...new Set([...currenciesOf(field), ...usualCurrencies])]
  return (
    <>
      <CurrencySelect
        label={t('inspector.usualCurrency')}
        value={field.currency}
        onCommit={(currency) => change({ currency })}
      />
      <Property label={t('inspector.currencies')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            mode="tags"
            value={[...(field.currencies ?? [])]}
            placeholder={t('inspector.usualCurrencies')}
            options={offered.map((value) => ({ value }))}
            onChange={(chosen: string[]) => {
              const codes = [...new Set(chosen.map((one) => one.toUpperCase()))].filter((one) =>
                isCode.test(one),
              )
              change({ currencies: codes.length === 0 ? undefined : codes })
            }}
          />
        )}
      </Property>
      <CurrencySelect
        label={t('inspector.homeCurrency')}
        value={field.home}
        onCommit={(home) => change({ home })}
      />
      <SelectProperty
        label={t('inspector.rateDate')}
        value={field.rateDate ?? created}
        options={[{ value: created, label: t('inspector.dayMade') }, ...days]}
        onCommit={(key) => change({ rateDate: key === created ? undefined : key })}
      />
      <DecimalLimits field={field} change={change} />
    </>
  )
}
