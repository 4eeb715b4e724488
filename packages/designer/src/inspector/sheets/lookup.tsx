import type { LookupField } from '@pipewright/schemas'
import { Cascader, Segmented } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { firstPath, lookupChanges, lookupSources, stepsOf } from '../lookup-sources.ts'
import { firstSearch } from '../search-choices.ts'
import { RecordSearchSheet } from './record-search.tsx'
import type { SheetProps } from './sheet.ts'

const bare = { resultForm: undefined, scale: undefined, currency: undefined }

/** The relations to walk over and the field at their end. */
function PathSheet({ field, site, change }: SheetProps<LookupField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const sources = useMemo(() => lookupSources(index, site, locale), [index, site, locale])
  const choose = (steps: readonly (string | number | null)[]) => {
    const changes = lookupChanges(index, site, steps.join(''))
    if (changes !== undefined) change({ ...bare, ...changes })
  }
  return (
    <Property label={t('inspector.lookupSource')} help={t('inspector.lookupHelp')}>
      {(id) => (
        <Cascader
          id={id}
          className="pwd-full"
          options={sources.map((source) => ({ ...source }))}
          value={stepsOf(field.path ?? '')}
          allowClear={false}
          showSearch
          displayRender={(labels) => labels.map((label) => label.replace(/ ›$/u, '')).join(' › ')}
          onChange={choose}
        />
      )}
    </Property>
  )
}

/** Where the value comes from: a related record, or the first of a form that meets conditions. */
export function LookupSheet(props: SheetProps<LookupField>) {
  const { field, site, change } = props
  const t = useTexts()
  const index = useIndex()
  const path = firstPath(index, site)
  const search = index.definition.forms.flatMap(({ key }) => firstSearch(index, site, key) ?? [])[0]
  const { find } = field
  return (
    <>
      <Property label={t('inspector.lookupBy')} group>
        {() => (
          <Segmented
            block
            aria-label={t('inspector.lookupBy')}
            value={find === undefined ? 'path' : 'find'}
            options={[
              { value: 'path', label: t('inspector.lookupByPath'), disabled: path === undefined },
              { value: 'find', label: t('inspector.lookupByFind'), disabled: search === undefined },
            ]}
            onChange={(next) => {
              const changes = next === 'find' ? search : path && { ...bare, find: undefined, ...path }
              if (changes !== undefined) change(changes)
            }}
          />
        )}
      </Property>
      {find === undefined ? <PathSheet {...props} /> : <RecordSearchSheet {...props} find={find} />}
      <Property label={t('inspector.resultType')}>
        {(id) => <output id={id}>{t(`result.${field.resultType}`)}</output>}
      </Property>
    </>
  )
}
