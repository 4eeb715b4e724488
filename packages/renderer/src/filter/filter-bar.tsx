import { localize } from '@pipewright/metadata'
import { Icon, keptOnScreen } from '@pipewright/ui'
import { Button, Popover, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { ScanButton } from '../controls/scan/scan-button.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { FilterBarProps } from './filter-props.ts'
import { countConditions } from './filter-tree.ts'
import { SearchBox } from './search-box.tsx'
import './filter.css'

const FilterBuilder = lazy(async () => ({ default: (await import('./filter-builder.tsx')).FilterBuilder }))

const FilterSentence = lazy(async () => ({ default: (await import('./filter-sentence.tsx')).FilterSentence }))

/** Search, filter, and what they say in one sentence. */
export function FilterBar({ search, onSearch, fixed = null, ...builder }: FilterBarProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const count = builder.value === null ? 0 : countConditions(builder.value)
  const formLabel = localize(index.form(builder.form)?.labelPlural, locale)
  const isScanned = index
    .fieldsOf(builder.form)
    .some((field) => field.type === 'text' && field.format === 'scan')
  return (
    <div className="pw-filter-bar">
      <SearchBox label={t('filter.searchIn', { form: formLabel })} value={search} onChange={onSearch} />
      {isScanned && <ScanButton label={t('filter.searchIn', { form: formLabel })} onCode={onSearch} />}
      <Popover
        trigger="click"
        placement="bottomLeft"
        {...keptOnScreen}
        content={
          <div className="pw-filter-panel">
            <Suspense fallback={<Skeleton active />}>
              <FilterBuilder {...builder} throughRelations />
            </Suspense>
          </div>
        }
      >
        <Button icon={<Icon name="filter" />} className={count > 0 ? 'pw-on' : ''}>
          {count > 0 ? t('filter.active', { count }) : t('filter.filter')}
        </Button>
      </Popover>
      <Suspense fallback={null}>
        {fixed !== null && (
          <FilterSentence form={builder.form} filter={fixed} className="pw-filter-sentence pw-quiet" />
        )}
        {count > 0 && builder.value !== null && (
          <FilterSentence form={builder.form} filter={builder.value} className="pw-filter-sentence" />
        )}
      </Suspense>
      {count > 0 && (
        <Button type="link" size="small" onClick={() => builder.onChange(null)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
