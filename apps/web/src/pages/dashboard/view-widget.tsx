import { localize } from '@pipewright/metadata'
import { ViewRows } from '@pipewright/renderer'
import type { View } from '@pipewright/schemas'
import { useNarrow, useUiLocale } from '@pipewright/ui'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { WidgetCard } from './widget-card.tsx'

/** Height of a row and of the head of the table, in px. */
const row = 37
const columns = { narrow: 3, half: 4, wide: 7 } as const

/** The first records of a view; the rest is a press away. */
export function ViewWidget(props: { view: View; title: string; height: number; width: number }) {
  const { view, title, height, width } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const fitting = Math.max(3, Math.floor(height / row) - 1)
  const most = narrow ? columns.narrow : width > 8 ? columns.wide : columns.half
  const open = text('openView')
  return (
    <WidgetCard
      title={title}
      actions={
        <Link
          to={workspacePath(app, `/f/${view.form}?view=${view.key}`)}
          aria-label={`${open}: ${localize(view.label, locale)}`}
        >
          {open}
        </Link>
      }
    >
      <ViewRows view={view} limit={fitting} mostColumns={most} />
    </WidgetCard>
  )
}
