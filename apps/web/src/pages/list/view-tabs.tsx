import { localize } from '@pipewright/metadata'
import type { View } from '@pipewright/schemas'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Link } from 'react-router'
import { useText } from '../../texts/use-text.ts'
import './view-tabs.css'

/** The views of a form. Each is an address: it can be shared, opened in a new tab and left by "back". */
export function ViewTabs(props: { views: readonly View[]; chosen: View; deleted: boolean }) {
  const text = useText()
  const locale = useUiLocale()
  return (
    <nav className="view-tabs" aria-label={text('views')}>
      {props.views.map((view) => (
        <Link
          key={view.key}
          to={`?view=${view.key}`}
          {...(view.key === props.chosen.key && !props.deleted ? { 'aria-current': 'page' } : {})}
        >
          <Icon name={view.type === 'board' ? 'board' : 'table'} />
          {localize(view.label, locale)}
        </Link>
      ))}
      {props.deleted && (
        <Link to="?bin=1" aria-current="page">
          <Icon name="delete" />
          {text('recycleBin')}
        </Link>
      )}
    </nav>
  )
}
