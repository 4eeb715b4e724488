import type { BinRow } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Checkbox } from 'antd'
import { useDay } from '../../shell/use-day.ts'
import { useMoment } from '../../shell/use-moment.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { goneOn } from './bin-filter.ts'

interface BinListProps {
  readonly rows: readonly BinRow[]
  readonly keepDays: number | null
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}

/** What was deleted: from which form, by whom, when, and until when it can be taken back. */
export function BinList({ rows, keepDays, ticked, onTick }: BinListProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const moment = useMoment()
  const day = useDay()
  const labels = new Map(app.definition.forms.map(({ key, label }) => [key, localize(label, locale)]))
  const names = new Map(app.people.map(({ id, name }) => [id, name]))
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    onTick(next)
  }
  const withWhom = ({ root, along }: BinRow) => {
    if (along > 0) return text('binAlong', { count: along })
    if (root === null) return null
    const title = titles.get(root)
    return title ? text('binWith', { title }) : text('binWithOther')
  }
  return (
    <ul className="bin-list">
      {rows.map((row) => {
        const beside = withWhom(row)
        const line = {
          form: labels.get(row.form) ?? '',
          at: moment(row.at),
          name: names.get(row.member ?? '') ?? '–',
        }
        return (
          <li key={row.id}>
            <Checkbox checked={ticked.has(row.id)} onChange={() => toggle(row.id)}>
              <span className="bin-title">{row.title || text('bulkUntitled')}</span>
              <span className="bin-line">{text('binLine', line)}</span>
              {beside !== null && <span className="bin-line">{beside}</span>}
              {keepDays !== null && (
                <span className="bin-line">{text('binGoneOn', { day: day(goneOn(row.at, keepDays)) })}</span>
              )}
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
