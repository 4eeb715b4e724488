import type { LookupField } from '@pipewright/schemas'
import { Cascader } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { lookupChanges, lookupSources, stepsOf } from '../lookup-sources.ts'
import type { SheetProps } from './sheet.ts'

/** The relations to walk over and the field at their end. */
export function LookupSheet({ field, site, change }: SheetProps<LookupField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const sources = useMemo(() => lookupSources(index, site, locale), [index, site, locale])
  const choose = (steps: readonly (string | number | null)[]) => {
    const changes = lookupChanges(index, site, steps.join(''))
    if (changes !== undefined)
      change({ resultForm: undefined, scale: undefined, currency: undefined, ...changes })
  }
  return (
    <>
      <Property label={t('inspector.lookupSource')} help={t('inspector.lookupHelp')}>
        {(id) => (
          <Cascader
            id={id}
            className="pwd-full"
            options={sources.map((source) => ({ ...source }))}
            value={stepsOf(field.path)}
            allowClear={false}
            showSearch
            displayRender={(labels) => labels.map((label) => label.replace(/ ›$/u, '')).join(' › ')}
            onChange={choose}
          />
        )}
      </Property>
      <Property label={t('inspector.resultType')}>
        {(id) => <output id={id}>{t(`result.${field.resultType}`)}</output>}
      </Property>
    </>
  )
}
