import type { NamedPlace } from '../places/use-named-places.ts'
import { NavigationEntryLink } from './navigation-entry-link.tsx'
import { useWorkspace, workspacePath } from './workspace-context.ts'

/** A group of places in the navigation. */
export function PlaceLinks({ label, places }: { label: string; places: readonly NamedPlace[] }) {
  const app = useWorkspace()
  if (places.length === 0) return null
  return (
    <section>
      <h2 className="nav-group">{label}</h2>
      {places.map(({ path, icon, title }) => (
        <NavigationEntryLink key={path} to={workspacePath(app, path)} icon={icon} label={title} />
      ))}
    </section>
  )
}
