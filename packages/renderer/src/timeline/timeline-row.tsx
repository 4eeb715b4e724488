import { listed, useUiLocale } from '@pipewright/ui'
import { useMomentWords } from '../moments/use-moment-words.ts'
import type { RecordSpan } from '../moments/record-span.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { TableEntry } from '../table/groups/table-entry.ts'
import { barOf, type Bar } from './time-scale.ts'
import type { TimelineSite } from './timeline-site.ts'
import type { BarDrag } from './use-bar-drag.ts'

type Row = Extract<TableEntry, { kind: 'row' }>

interface BarProps {
  readonly site: TimelineSite
  readonly entry: Row
  readonly span: RecordSpan
  readonly bar: Bar
  readonly drag: BarDrag
  readonly isStop: boolean
}

/** Narrower bars have their title behind them. */
const roomForTitle = 64

function RecordBar({ site, entry: { record }, span, bar, drag, isStop }: BarProps) {
  const t = useTexts()
  const wordsOf = useMomentWords()
  const title = record.title || t('table.untitled')
  const note = site.nameOf(record)
  const movable = site.mayMove(record)
  const color = site.colorOf(record)
  const said = listed(
    [title, wordsOf(record, span).when, ...(note === undefined ? [] : [note])],
    useUiLocale(),
    'parts',
  )
  const cut = `${bar.cutStart ? ' pw-tl-cut-start' : ''}${bar.cutEnd ? ' pw-tl-cut-end' : ''}`
  return (
    <button
      type="button"
      data-stop
      data-record={record.id}
      tabIndex={isStop ? 0 : -1}
      className={`pw-tl-record${movable ? ' pw-tl-movable' : ''}${cut}${bar.width < roomForTitle ? ' pw-tl-small' : ''}`}
      style={{
        left: bar.left,
        width: bar.width,
        background: `var(--pw-${color}-surface)`,
        borderColor: `var(--pw-${color}-solid)`,
        color: `var(--pw-${color}-text)`,
      }}
      title={said}
      aria-label={said}
      aria-describedby={site.hint}
      onPointerDown={(event) => drag.drag(event, record, span)}
      onClick={() => {
        if (!drag.endedDrag()) site.onOpen(record)
      }}
    >
      {movable && site.lengthens && !bar.cutStart && <span data-grip="start" className="pw-tl-grip" />}
      <span className="pw-tl-title">{title}</span>
      {movable && site.lengthens && !bar.cutEnd && (
        <span data-grip="end" className="pw-tl-grip pw-tl-grip-end" />
      )}
    </button>
  )
}

/** A record: its title and days before, its bar on the days. */
export function TimelineRow(props: Omit<BarProps, 'span' | 'bar'>) {
  const { site, entry, drag } = props
  const { record } = entry
  const t = useTexts()
  const wordsOf = useMomentWords()
  const { preview } = drag
  const span = preview?.id === record.id ? preview.span : site.placing.spanOf(record)
  const bar = span === null ? null : barOf(site.scale, span)
  return (
    <>
      <div className="pw-tl-side" style={{ width: site.side }}>
        <button
          type="button"
          className="pw-tl-name"
          {...(bar === null ? { 'data-stop': true, tabIndex: props.isStop ? 0 : -1 } : { tabIndex: -1 })}
          onClick={() => site.onOpen(record)}
        >
          {record.title || t('table.untitled')}
        </button>
        {span !== null && (
          <button type="button" tabIndex={-1} className="pw-tl-when" onClick={() => site.reveal(span)}>
            {wordsOf(record, span).when}
          </button>
        )}
      </div>
      <div className="pw-tl-lane" style={{ width: site.scale.width }}>
        {span !== null && bar !== null && <RecordBar {...props} span={span} bar={bar} />}
      </div>
    </>
  )
}
