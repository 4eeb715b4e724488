import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { useMemo, useRef } from 'react'
import { useFormat } from '../../formats/use-format.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ItemDrawer } from './item-drawer.tsx'
import { ItemRowMenu } from './item-row-menu.tsx'
import type { ItemsViewProps } from './items-view-props.ts'
import { problemsByRow } from './problems-by-row.ts'
import { TotalLines } from './total-lines.tsx'
import { useColumnTotals } from './use-column-totals.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

const cardHeight = 68
/** Besides its name, a card tells so many columns that are filled. */
const facts = 3

interface CardProps extends ItemsViewProps {
  readonly position: number
  readonly wrong: number
}

/** One row as it reads; a touch opens it. */
function ItemCard({ position, wrong, ...props }: CardProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(props.titles)
  const row = props.rows[position] ?? {}
  const texts = props.columns
    .map((field) => ({
      key: field.key,
      label: localize(field.label, locale),
      text: format(field, row[field.key]),
    }))
    .filter(({ text }) => text !== '')
  const [title, ...rest] = texts
  return (
    <>
      <button type="button" className="pw-items-open" onClick={() => props.onOpened(position)}>
        <span className="pw-quiet">{t('control.rowNumber', { row: position + 1 })}</span>
        <strong>{title?.text ?? t('control.emptyRow')}</strong>
        <span className="pw-items-facts pw-quiet">
          {(rest.length > facts ? [...rest.slice(0, facts - 1), ...rest.slice(-1)] : rest)
            .map(({ label, text }) => `${label} ${text}`)
            .join(' · ')}
        </span>
        {wrong > 0 && (
          <span className="pw-problem">
            <Icon name="warning" /> {t('control.rowWrong', { count: wrong })}
          </span>
        )}
      </button>
      {!props.disabled && <ItemRowMenu row={position} />}
    </>
  )
}

function CardTotals({ table, rows, columns, titles }: ItemsViewProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const totals = useColumnTotals(table, rows)
  return columns.map((field) => {
    const found = totals.get(field.key)
    if (found === undefined) return null
    return (
      <div key={field.key} className="pw-items-sum">
        <span>{`${t('control.total')} · ${localize(field.label, locale)}`}</span>
        <strong className="pw-numeric">
          <TotalLines field={field} totals={found} titles={titles} />
        </strong>
      </div>
    )
  })
}

/** Line items on a phone: a card per row, which opens in a drawer of its own. */
export function ItemsCards(props: ItemsViewProps) {
  const { keys } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { isMany, drawn, after, measure } = useVirtualRows(scroller, keys, cardHeight)
  const problems = useMemo(() => problemsByRow(props.problems), [props.problems])
  return (
    <div className="pw-items-cards">
      <div ref={scroller} className="pw-items-scroll" data-many={isMany ? '' : undefined}>
        <ul aria-label={props.label}>
          {drawn.map(({ position, before }) => (
            <li
              key={keys[position]}
              ref={measure}
              data-index={position}
              className="pw-items-card"
              style={before > 0 ? { marginBlockStart: before } : undefined}
            >
              <ItemCard {...props} position={position} wrong={problems.get(position)?.size ?? 0} />
            </li>
          ))}
        </ul>
        <div style={{ height: after }} />
      </div>
      <CardTotals {...props} />
      <ItemDrawer {...props} problems={problems} />
    </div>
  )
}
