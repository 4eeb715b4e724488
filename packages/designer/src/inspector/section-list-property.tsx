import type { Form, Section, SectionList } from '@pipewright/schemas'
import { Select, Switch } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { firstSearch, shownBySearch } from './search-choices.ts'
import { MatchesProperty } from './sheets/matches-property.tsx'
import { SearchOrder } from './sheets/search-order.tsx'

export interface SectionListPropertyProps {
  readonly form: Form
  readonly section: Section
}

interface Part {
  readonly form: Form
  readonly list: SectionList
  readonly put: (list: SectionList) => void
}

const mostColumns = 20

function Columns({ list, put }: Part) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  return (
    <Property label={t('inspector.listColumns')} help={t('inspector.listColumnsHelp')}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          className="pwd-full"
          maxCount={mostColumns}
          showSearch={{ optionFilterProp: 'label' }}
          value={list.columns ?? []}
          options={shownBySearch(index, list.form).map(({ key, label }) => ({
            value: key,
            label: read(label),
          }))}
          onChange={(columns: string[]) => {
            const { columns: _, ...rest } = list
            put(columns.length === 0 ? rest : { ...rest, columns })
          }}
        />
      )}
    </Property>
  )
}

function Listed(props: Part & { readonly starts: readonly SectionList[] }) {
  const { form, list, put, starts } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  return (
    <>
      <Property label={t('inspector.listForm')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            showSearch={{ optionFilterProp: 'label' }}
            value={list.form}
            options={starts.map(({ form: key }) => ({
              value: key,
              label: read(index.form(key)?.labelPlural),
            }))}
            onChange={(key: string) => {
              const start = starts.find((one) => one.form === key)
              if (start !== undefined) put(start)
            }}
          />
        )}
      </Property>
      <MatchesProperty
        help={t('inspector.listWhereHelp')}
        form={list.form}
        where={list.where}
        site={{ form: form.key }}
        onChange={(where) => put({ ...list, where })}
      />
      <SearchOrder
        label={t('inspector.listOrder')}
        none={t('inspector.listNewest')}
        form={list.form}
        orderBy={list.orderBy}
        onChange={(orderBy) => {
          const { orderBy: _, ...rest } = list
          put(orderBy === undefined ? rest : { ...rest, orderBy })
        }}
      />
      <Columns {...props} />
    </>
  )
}

/** Records of another form that are listed in the section. */
export function SectionListProperty({ form, section }: SectionListPropertyProps) {
  const t = useTexts()
  const { edit } = useDesign()
  const index = useIndex()
  const starts = index.definition.forms.flatMap(({ key }): SectionList[] => {
    const found = firstSearch(index, { form: form.key }, key)?.find
    return found === undefined ? [] : [{ form: key, where: found.where }]
  })
  const [first] = starts
  const put = (list: SectionList | null) =>
    edit({ type: 'setSection', form: form.key, section: section.key, list })
  return (
    <PropertyGroup title={t('inspector.list')}>
      <Property label={t('inspector.listShown')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            disabled={first === undefined}
            checked={section.list !== undefined}
            onChange={(shown) => put(shown ? (first ?? null) : null)}
          />
        )}
      </Property>
      {section.list !== undefined && <Listed form={form} list={section.list} put={put} starts={starts} />}
    </PropertyGroup>
  )
}
