import { localize } from '@pipewright/metadata'
import { Icon, useUiLocale } from '@pipewright/ui'
import { NavLink } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { navigationGroups } from './navigation-groups.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

function Entry(props: { to: string; icon: string; label: string }) {
  return (
    <NavLink to={props.to} className="nav-item">
      <Icon name={props.icon} />
      <span>{props.label}</span>
    </NavLink>
  )
}

export function Navigation() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  return (
    <nav aria-label={text('menu')}>
      {navigationGroups(app).map((group) => (
        <section key={group.key}>
          <h2 className="nav-group">{localize(group.label, locale)}</h2>
          {group.entries.map((entry) => (
            <Entry
              key={entry.path}
              to={workspacePath(app, entry.path)}
              icon={entry.icon}
              label={localize(entry.label, locale)}
            />
          ))}
        </section>
      ))}
      {(app.may.manageMembers || app.may.build) && (
        <section>
          <h2 className="nav-group">{text('more')}</h2>
          {app.may.manageMembers && (
            <Entry to={workspacePath(app, '/members')} icon="team" label={text('members')} />
          )}
          {app.may.build && (
            <Entry to={workspacePath(app, '/design')} icon="edit" label={text('designApp')} />
          )}
        </section>
      )}
    </nav>
  )
}
