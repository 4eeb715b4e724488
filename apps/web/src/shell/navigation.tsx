import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useFavourites, useRecents } from '../places/use-places.ts'
import { homesOf } from '../pages/rates/rates-answer.ts'
import { useText } from '../texts/use-text.ts'
import { NavigationEntryLink } from './navigation-entry-link.tsx'
import { homeOf } from './first-page.ts'
import { addressOf, navigationGroups } from './navigation-groups.ts'
import { PlaceLinks } from './place-links.tsx'
import { useWorkspace, workspacePath } from './workspace-context.ts'

/** The places of administrators and builders, and of whoever may delete. */
function WorkspaceLinks() {
  const app = useWorkspace()
  const text = useText()
  const mayDelete = Object.values(app.rights).some((rights) => rights.delete)
  if (!app.may.manageMembers && !app.may.build && !mayDelete) return null
  return (
    <section>
      <h2 className="nav-group">{text('workspace')}</h2>
      {app.may.manageMembers && (
        <NavigationEntryLink to={workspacePath(app, '/members')} icon="team" label={text('members')} />
      )}
      {app.may.manageMembers && homesOf(app.definition).length > 0 && (
        <NavigationEntryLink to={workspacePath(app, '/rates')} icon="money" label={text('exchangeRates')} />
      )}
      {app.may.manageMembers && (
        <NavigationEntryLink
          to={workspacePath(app, '/settings')}
          icon="setting"
          label={text('settingsTitle')}
        />
      )}
      {mayDelete && (
        <NavigationEntryLink to={workspacePath(app, '/bin')} icon="delete" label={text('recycleBin')} />
      )}
      {app.may.build && (
        <>
          <NavigationEntryLink to={workspacePath(app, '/design')} icon="edit" label={text('designApp')} />
          <NavigationEntryLink to={workspacePath(app, '/kept')} icon="delete" label={text('keptTitle')} />
        </>
      )}
    </section>
  )
}

/** Favourites, the builder's groups, what was opened last, and the places of the workspace. */
export function Navigation() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const favourites = useFavourites()
  const recents = useRecents()
  const home = homeOf(app)
  return (
    <nav aria-label={text('menu')} className="nav">
      {home !== undefined && (
        <NavigationEntryLink to={workspacePath(app, `/d/${home}`)} icon="home" label={text('home')} />
      )}
      <PlaceLinks label={text('favourites')} places={favourites} />
      {navigationGroups(app).map((group) => (
        <section key={group.key}>
          <h2 className="nav-group">{localize(group.label, locale)}</h2>
          {group.entries.map((entry) => (
            <NavigationEntryLink
              key={entry.path}
              to={addressOf(app, entry.path)}
              icon={entry.icon}
              label={localize(entry.label, locale)}
            />
          ))}
        </section>
      ))}
      <PlaceLinks label={text('recent')} places={recents} />
      <WorkspaceLinks />
    </nav>
  )
}
