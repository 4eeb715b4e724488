import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { lazy, Suspense } from 'react'
import { useNamedPlaces } from '../places/use-named-places.ts'
import { usePlaces } from '../places/use-places.ts'
import { homesOf } from '../pages/rates/rates-answer.ts'
import { useText } from '../texts/use-text.ts'
import { NavigationEntryLink } from './navigation-entry-link.tsx'
import { homeOf } from './first-page.ts'
import { addressOf, navigationGroups } from './navigation-groups.ts'
import { PlaceLinks } from './place-links.tsx'
import { useWorkspace, workspacePath } from './workspace-context.ts'

const FavouriteLinks = lazy(async () => ({ default: (await import('./favourite-links.tsx')).FavouriteLinks }))

const mostRecent = 6

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
      {app.may.admin && (
        <NavigationEntryLink to={workspacePath(app, '/backups')} icon="safety" label={text('backups')} />
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
  const places = usePlaces()
  const named = useNamedPlaces()
  const favourites = { label: text('favourites'), places: named(places.favourites) }
  const home = homeOf(app)
  return (
    <nav aria-label={text('menu')} className="nav">
      {home !== undefined && (
        <NavigationEntryLink to={workspacePath(app, `/d/${home}`)} icon="home" label={text('home')} />
      )}
      {favourites.places.length > 0 && (
        <Suspense fallback={<PlaceLinks {...favourites} />}>
          <FavouriteLinks {...favourites} />
        </Suspense>
      )}
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
      <PlaceLinks label={text('recent')} places={named(places.recent).slice(0, mostRecent)} />
      <WorkspaceLinks />
    </nav>
  )
}
