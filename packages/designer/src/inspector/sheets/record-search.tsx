import type { LookupField, RecordSearch } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { firstSearch, searchChanges, shownBySearch } from '../search-choices.ts'
import { MatchesProperty } from './matches-property.tsx'
import { SearchOrder } from './search-order.tsx'
import type { SheetProps } from './sheet.ts'

interface Part extends SheetProps<LookupField> {
  readonly find: RecordSearch
}

/** The form that is looked through, and which of its fields is shown. */
function Shown({ find, site, change }: Part) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const forms = index.definition.forms.filter(({ key }) => firstSearch(index, site, key) !== undefined)
  return (
    <>
      <Property label={t('inspector.searchForm')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            showSearch={{ optionFilterProp: 'label' }}
            value={find.form}
            options={forms.map(({ key, labelPlural }) => ({ value: key, label: read(labelPlural) }))}
            onChange={(form: string) => change(firstSearch(index, site, form) ?? {})}
          />
        )}
      </Property>
      <Property label={t('inspector.searchField')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            showSearch={{ optionFilterProp: 'label' }}
            value={find.field}
            options={shownBySearch(index, find.form).map(({ key, label }) => ({
              value: key,
              label: read(label),
            }))}
            onChange={(field: string) => change(searchChanges(index, { ...find, field }) ?? {})}
          />
        )}
      </Property>
    </>
  )
}

/** Conditions by which a record of a form is found, whose value is shown. */
export function RecordSearchSheet(props: Part) {
  const { find, site, change } = props
  const t = useTexts()
  return (
    <>
      <Shown {...props} />
      <MatchesProperty
        help={t('inspector.searchWhereHelp')}
        form={find.form}
        where={find.where}
        site={site}
        onChange={(where) => change({ find: { ...find, where } })}
      />
      <SearchOrder
        label={t('inspector.searchOrder')}
        none={t('inspector.order_made')}
        form={find.form}
        orderBy={find.orderBy}
        onChange={(orderBy) => {
          const { orderBy: _, ...rest } = find
          change({ find: orderBy === undefined ? rest : { ...rest, orderBy } })
        }}
      />
    </>
  )
}
