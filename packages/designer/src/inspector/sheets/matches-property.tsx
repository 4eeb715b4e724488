import type { RecordMatch } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { matchedBySearch } from '../search-choices.ts'
import { MatchRow } from './match-row.tsx'
import type { SheetSite } from './sheet.ts'

export interface MatchesPropertyProps {
  readonly help: string
  /** The form whose records are looked through. */
  readonly form: string
  readonly where: readonly RecordMatch[]
  readonly site: SheetSite
  readonly onChange: (where: RecordMatch[]) => void
}

const most = 10

/** The conditions by which records are found. */
export function MatchesProperty({ help, form, where, site, onChange }: MatchesPropertyProps) {
  const t = useTexts()
  const fields = matchedBySearch(useIndex(), form)
  const [first] = fields
  return (
    <Property label={t('inspector.searchWhere')} help={help} group>
      {() => (
        <div className="pwd-fills">
          {where.map((match, position) => (
            <MatchRow
              key={position}
              form={form}
              match={match}
              fields={fields}
              site={site}
              onRemove={
                where.length > 1 ? () => onChange(where.filter((_, at) => at !== position)) : undefined
              }
              onChange={(next) => onChange(where.map((one, at) => (at === position ? next : one)))}
            />
          ))}
          <Button
            size="small"
            icon={<Icon name="plus" />}
            disabled={first === undefined || where.length >= most}
            onClick={() => first !== undefined && onChange([...where, { field: first.key, operator: 'eq' }])}
          >
            {t('inspector.matchAdd')}
          </Button>
        </div>
      )}
    </Property>
  )
}
