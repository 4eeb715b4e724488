import { localize } from '@pipewright/metadata'
import { Skeleton } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import type { TableEntry } from '../table/groups/table-entry.ts'
import { useTexts } from '../texts/use-texts.ts'
import { EmptyLane } from './empty-lane.tsx'
import { GroupLine } from './group-line.tsx'
import { TimelineHead } from './timeline-head.tsx'
import { TimelineRow } from './timeline-row.tsx'
import type { TimelineSite } from './timeline-site.ts'
import type { BarDrag } from './use-bar-drag.ts'

interface LineProps {
  readonly site: TimelineSite
  readonly entry: TableEntry | undefined
  readonly drag: BarDrag
  readonly isStop: boolean
  readonly onToggle: (key: string, open: boolean) => void
}

/** What lies in a line: a record, the head of a group, or what is still on its way. */
export function LineContent({ entry, ...props }: LineProps) {
  if (entry?.kind === 'row') return <TimelineRow {...props} entry={entry} />
  if (entry?.kind === 'group') return <GroupLine {...props} entry={entry} />
  return (
    <div className="pw-tl-side" style={{ width: props.site.side }} aria-hidden="true">
      <Skeleton active title={{ width: '70%' }} paragraph={false} />
    </div>
  )
}

function CreateLine({ site, drag }: { readonly site: TimelineSite; readonly drag: BarDrag }) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  if (site.createIn === undefined) return null
  const form = localize(index.form(site.form)?.label, locale)
  return (
    <div className="pw-tl-create">
      <div className="pw-tl-side pw-quiet" style={{ width: site.side }}>
        {t('moment.new', { form })}
      </div>
      <EmptyLane site={site} line="new" group={null} drag={drag} words={t('moment.draw')} />
    </div>
  )
}

/** The days, and the line on which records are begun. */
export function Head({ site, drag }: { readonly site: TimelineSite; readonly drag: BarDrag }) {
  return (
    <div className="pw-tl-head">
      <div className="pw-tl-line">
        <div className="pw-tl-side pw-tl-corner" style={{ width: site.side }} />
        <TimelineHead scale={site.scale} />
      </div>
      <CreateLine site={site} drag={drag} />
    </div>
  )
}
