import type { LookupField, RecordMatch, RecordSearch } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { firstSearch, matchedBySearch, searchChanges, shownBySearch, sortsSearch } from '../search-choices.ts'
import { MatchRow } from './match-row.tsx'
import type { SheetProps } from './sheet.ts'

interface Part extends SheetProps<LookupField> {
  readonly find: RecordSearch
}

const most = 10

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

function Matches({ find, site, change }: Part) {
  const t = useTexts()
  const index = useIndex()
  const fields = matchedBySearch(index, find.form)
  const put = (where: readonly RecordMatch[]) => change({ find: { ...find, where: [...where] } })
  const [first] = fields
  return (
    <Property label={t('inspector.searchWhere')} help={t('inspector.searchWhereHelp')} group>
      {() => (
        <div className="pwd-fills">
          {find.where.map((match, position) => (
            <MatchRow
              key={position}
              form={find.form}
              match={match}
              fields={fields}
              site={site}
              onRemove={
                find.where.length > 1 ? () => put(find.where.filter((_, at) => at !== position)) : undefined
              }
              onChange={(next) => put(find.where.map((one, at) => (at === position ? next : one)))}
            />
          ))}
          <Button
            size="small"
            icon={<Icon name="plus" />}
            disabled={first === undefined || find.where.length >= most}
            onClick={() => first !== undefined && put([...find.where, { field: first.key, operator: 'eq' }])}
          >
            {t('inspector.matchAdd')}
          </Button>
        </div>
      )}
    </Property>
  )
}

function Order({ find, change }: Part) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const options = sortsSearch(index, find.form).flatMap(({ key, label }) =>
    (['asc', 'desc'] as const).map((direction) => ({
      value: `${direction}.${key}`,
      label: t(`inspector.order_${direction}`, { field: read(label) }),
    })),
  )
  return (
    <Property label={t('inspector.searchOrder')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={find.orderBy === undefined ? '' : `${find.orderBy.direction}.${find.orderBy.field}`}
          options={[{ value: '', label: t('inspector.order_made') }, ...options]}
          onChange={(value: string) => {
            const { orderBy: _, ...rest } = find
            const [direction, field] = value.split('.')
            const order = { field: field ?? '', direction: direction === 'desc' ? 'desc' : 'asc' } as const
            change({ find: field === undefined ? rest : { ...rest, orderBy: order } })
          }}
        />
      )}
    </Property>
  )
}

/** Conditions by which a record of a form is found, whose value is shown. */
export function RecordSearchSheet(props: Part) {
  return (
    <>
      <Shown {...props} />
      <Matches {...props} />
      <Order {...props} />
    </>
  )
}
