import type { ImportColumn, ItemsTable } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface ImportMappingProps {
  readonly table: ItemsTable
  readonly mapping: readonly ImportColumn[]
  readonly columns: readonly Field[]
  readonly onChange: (mapping: readonly ImportColumn[]) => void
}

const samples = 3

/** Which column of the file fills which column of the table. */
export function ImportMapping({ table, mapping, columns, onChange }: ImportMappingProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const of = (column: number): ImportColumn =>
    mapping.find((one) => one.column === column) ?? { column, field: null }
  const put = (column: number, field: string | null) => {
    // By what a record is found belongs to the column that it was chosen for.
    const { matchBy: _, ...kept } = of(column)
    onChange([...mapping.filter((one) => one.column !== column), { ...kept, field }])
  }
  const taken = new Set(mapping.map(({ field }) => field))
  return (
    <div className="pw-items-scroll">
      <table className="pw-items pw-items-read" aria-label={t('control.importMapping')}>
        <thead>
          <tr>
            <th scope="col">{t('control.importColumn')}</th>
            <th scope="col">{t('control.importSamples')}</th>
            <th scope="col">{t('control.importTarget')}</th>
          </tr>
        </thead>
        <tbody>
          {table.header.map((name, column) => (
            <tr key={column}>
              <th scope="row">{name}</th>
              <td className="pw-quiet">
                {table.rows
                  .slice(0, samples)
                  .map((row) => row[column] ?? '')
                  .filter((text) => text !== '')
                  .join(' · ')}
              </td>
              <td>
                <Select
                  className="pw-fill"
                  aria-label={`${t('control.importTarget')}: ${name}`}
                  value={of(column).field ?? ''}
                  options={[
                    { value: '', label: t('control.importSkip') },
                    ...columns.map(({ key, label }) => ({
                      value: key,
                      label: localize(label, locale),
                      disabled: taken.has(key) && of(column).field !== key,
                    })),
                  ]}
                  onChange={(field) => put(column, field === '' ? null : field)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
