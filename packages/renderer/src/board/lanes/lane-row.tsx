import type { Board } from '@pipewright/contract'
import { otherMark } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useCount } from '../../formats/use-count.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ColumnSums } from '../column-head.tsx'
import { useDropZone } from '../use-drop-zone.ts'
import { LaneCells, LaneWaiting } from './lane-cells.tsx'
import type { LaneShared } from './lane-shared.ts'
import { useInSight } from './use-in-sight.ts'

export interface LaneRowProps {
  readonly shared: LaneShared
  readonly head: Board['columns'][number]
  readonly title: string
  readonly color: string
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
  readonly onCreate: ((value: string) => void) | undefined
}

function LaneHead({ shared, head, title, color, folded, onFold, onCreate }: LaneRowProps) {
  const t = useTexts()
  const said = useCount()
  const isOthers = head.value === otherMark
  const { over, zone } = useDropZone(shared.targets.length > 0 && !isOthers, () =>
    shared.onDropIn(head.value, undefined),
  )
  return (
    <header className={`pw-lane-head${over ? ' pw-over' : ''}`} {...zone}>
      <div className="pw-lane-name">
        <Button
          type="text"
          size="small"
          icon={<Icon name={folded ? 'right' : 'down'} />}
          aria-expanded={!folded}
          aria-label={t(folded ? 'board.unfoldLane' : 'board.foldLane', { lane: title })}
          onClick={() => onFold(!folded)}
        />
        <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} aria-hidden="true" />
        <h2>{title}</h2>
        <span className="pw-lane-count pw-numeric">{said(head.count)}</span>
        <ColumnSums column={head} sums={shared.sums} />
        {onCreate !== undefined && head.value !== null && !isOthers && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t('board.addIn', { form: shared.formLabel, stage: title })}
            onClick={() => onCreate(head.value ?? '')}
          />
        )}
      </div>
    </header>
  )
}

const empty: Board = { columns: [], left: 0 }
const nothing = () => undefined

/** The cards of a lane, once they come in sight. */
function LaneBody({ shared, head, title }: Pick<LaneRowProps, 'shared' | 'head' | 'title'>) {
  const { element, inSight, height } = useInSight<HTMLDivElement>()
  const of = { shared, lane: head.value, title }
  const cells = () => {
    // There is nothing to ask for.
    if (head.count === 0)
      return <LaneCells {...of} board={empty} failed={false} retry={nothing} onMore={nothing} />
    if (!inSight) return <LaneWaiting shared={shared} height={height} />
    return shared.renderLane(head.value, (content) => <LaneCells {...of} {...content} />)
  }
  return <div ref={element}>{cells()}</div>
}

/** One lane: its head and its cards. */
export function LaneRow(props: LaneRowProps) {
  const { head, title, folded } = props
  const t = useTexts()
  const said = useCount()
  return (
    <section className="pw-lane" aria-label={t('board.lane', { lane: title, count: said(head.count) })}>
      <LaneHead {...props} />
      {!folded && <LaneBody {...props} />}
    </section>
  )
}
