import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button, Popover } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FilterBuilder } from './filter-builder.tsx'
import type { FilterBarProps } from './filter-props.ts'
import { countConditions } from './filter-tree.ts'
import { SearchBox } from './search-box.tsx'
import { useFilterSentence } from './use-filter-sentence.ts'
import './filter.css'

/** Search, filter, and what they say in one sentence. */
export function FilterBar({ search, onSearch, fixed = null, ...builder }: FilterBarProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const count = builder.value === null ? 0 : countConditions(builder.value)
  const sentence = useFilterSentence(builder.form, builder.value)
  const standing = useFilterSentence(builder.form, fixed)
  const formLabel = localize(index.form(builder.form)?.labelPlural, locale)
  return (
    <div className="pw-filter-bar">
      <SearchBox label={t('filter.searchIn', { form: formLabel })} value={search} onChange={onSearch} />
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <div className="pw-filter-panel">
            <FilterBuilder {...builder} />
          </div>
        }
      >
        <Button icon={<Icon name="filter" />} className={count > 0 ? 'pw-on' : ''}>
          {count > 0 ? t('filter.active', { count }) : t('filter.filter')}
        </Button>
      </Popover>
      {fixed !== null && (
        <span className="pw-filter-sentence pw-quiet" title={standing}>
          {standing}
        </span>
      )}
      {count > 0 && (
        <>
          <span className="pw-filter-sentence" title={sentence}>
            {sentence}
          </span>
          <Button type="link" size="small" onClick={() => builder.onChange(null)}>
            {t('filter.clear')}
          </Button>
        </>
      )}
    </div>
  )
}
