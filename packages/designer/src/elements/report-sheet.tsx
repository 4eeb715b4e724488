import { Select } from 'antd'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

const everything = ''

/** Which report, over which records, and how tall. */
export function ReportSheet({ form, element, change }: ElementSheetProps<'report'>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { reports } = useDefinition()
  const counted = index.report(element.report)?.form ?? ''
  const pointing = (key: string) =>
    index
      .fieldsOf(key)
      .filter((field) => (field.type === 'relation' || field.type === 'relations') && field.form === form.key)
  const { recordField, ...whole } = element
  return (
    <>
      <Property label={t('elements.report')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            showSearch={{ optionFilterProp: 'label' }}
            value={element.report}
            options={reports.map(({ key, label }) => ({ value: key, label: read(label, key) }))}
            onChange={(report: string) => {
              const own = pointing(index.report(report)?.form ?? '')[0]?.key
              change({ ...whole, report, ...(own === undefined ? {} : { recordField: own }) })
            }}
          />
        )}
      </Property>
      <Property label={t('elements.records')} help={t('elements.recordsHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={recordField ?? everything}
            options={[
              { value: everything, label: t('elements.allRecords') },
              ...pointing(counted).map(({ key, label }) => ({
                value: key,
                label: t('elements.recordsBy', { field: read(label, key) }),
              })),
            ]}
            onChange={(next: string) => change(next === everything ? whole : { ...whole, recordField: next })}
          />
        )}
      </Property>
      <NumberProperty
        label={t('elements.height')}
        value={element.height}
        min={120}
        max={800}
        onCommit={(height) => {
          const { height: _, ...rest } = element
          change(height === undefined ? rest : { ...rest, height })
        }}
      />
    </>
  )
}
