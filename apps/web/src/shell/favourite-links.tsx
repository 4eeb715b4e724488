import { Icon } from '@pipewright/ui'
import { useOrderFavourites } from '../places/use-places.ts'
import type { NamedPlace } from '../places/use-named-places.ts'
import { useReorder } from '../places/use-reorder.ts'
import { movedKey } from '../pages/list/views/list-view.ts'
import { useText } from '../texts/use-text.ts'
import { NavigationEntryLink } from './navigation-entry-link.tsx'
import { useWorkspace, workspacePath } from './workspace-context.ts'
import './favourite-links.css'

/** The favourites, to be put in order by a grip, or by Alt and the arrows. */
export function FavouriteLinks({ label, places }: { label: string; places: readonly NamedPlace[] }) {
  const app = useWorkspace()
  const text = useText()
  const order = useOrderFavourites()
  const paths = places.map(({ path }) => path)
  const { dragged, list, grip, row } = useReorder(paths, (path, to) => order(movedKey(paths, path, to)))
  const shown =
    dragged === null
      ? places
      : movedKey(paths, dragged.key, dragged.to).flatMap(
          (path) => places.find((one) => one.path === path) ?? [],
        )
  return (
    <section>
      <h2 className="nav-group" title={text('favouritesHint')}>
        {label}
      </h2>
      <ul ref={list} className="nav-favourites">
        {shown.map(({ path, icon, title }) => (
          <li key={path} className={dragged?.key === path ? 'dragged' : ''} {...row(path)}>
            <NavigationEntryLink to={workspacePath(app, path)} icon={icon} label={title} />
            <span
              className="nav-grip"
              aria-hidden="true"
              title={text('viewGrip', { name: title })}
              {...grip(path)}
            >
              <Icon name="drag" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
