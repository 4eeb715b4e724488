import { relatedName } from '@pipewright/metadata'
import { Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

/** Which records that point here, and what of them is shown. */
export function RelatedListSheet({ form, element, change }: ElementSheetProps<'relatedList'>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const sites = [
    ...index.relationsTo(form.key).filter(({ lineItems }) => lineItems === undefined),
    ...index.linksTo(form.key),
  ]
  const { list } = element
  const other = index.form(list.form)
  return (
    <>
      <Property label={t('elements.relatedRecords')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            showSearch={{ optionFilterProp: 'label' }}
            value={`${list.form}.${list.field}`}
            options={sites.map((site) => ({
              value: `${site.form}.${site.field.key}`,
              label: `${read(relatedName(index, { form: site.form, field: site.field.key }))} · ${read(site.field.label)}`,
            }))}
            onChange={(name: string) => {
              const [key = '', ...path] = name.split('.')
              change({ ...element, list: { form: key, field: path.join('.') } })
            }}
          />
        )}
      </Property>
      <FieldListProperty
        label={t('elements.columns')}
        help={t('elements.columnsHelp')}
        fields={(other?.fields ?? []).filter(({ type }) => type !== 'lineItems')}
        value={list.columns}
        most={20}
        onChange={(columns) => {
          const { columns: _, ...rest } = list
          change({ ...element, list: columns.length === 0 ? rest : { ...rest, columns } })
        }}
      />
    </>
  )
}
