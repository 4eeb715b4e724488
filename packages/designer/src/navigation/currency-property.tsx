import { usedCurrencies, workspaceCurrency } from '@pipewright/metadata'
import { listed } from '@pipewright/ui'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { CurrencySelect } from '../inspector/sheets/currency-select.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** What new amounts begin in, and what it leaves as it is. */
export function CurrencyProperty() {
  const t = useTexts()
  const { edit, detail, locale } = useDesign()
  const definition = useDefinition()
  const used = usedCurrencies(definition)
  const list = listed(
    used.map(({ currency, fields }) => `${currency} (${fields})`),
    locale,
  )
  return (
    <PropertyGroup title={t('navigation.currency')}>
      <CurrencySelect
        label={t('navigation.currency')}
        value={workspaceCurrency(definition)}
        autoFocus={detail === 'currency'}
        onCommit={(currency) => edit({ type: 'setCurrency', currency })}
      />
      <p className="pwd-quiet">{t('navigation.currencyHelp')}</p>
      {used.length > 0 && <p className="pwd-quiet">{t('navigation.currencyUsed', { list })}</p>}
    </PropertyGroup>
  )
}
