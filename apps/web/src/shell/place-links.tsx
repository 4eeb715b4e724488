import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import type { Place } from '../places/place.ts'
import { NavigationEntryLink } from './navigation-entry-link.tsx'
import { useWorkspace, workspacePath } from './workspace-context.ts'

/** Favourites or recent records; what one may no longer read is left out. */
export function PlaceLinks(props: { label: string; places: readonly Place[] }) {
  const app = useWorkspace()
  const locale = useUiLocale()
  const links = props.places.flatMap(({ path, form: key, title }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined || app.rights[key]?.read !== true) return []
    return [{ path, icon: form.icon ?? 'form', label: title ?? localize(form.labelPlural, locale) }]
  })
  if (links.length === 0) return null
  return (
    <section>
      <h2 className="nav-group">{props.label}</h2>
      {links.map((link) => (
        <NavigationEntryLink
          key={link.path}
          to={workspacePath(app, link.path)}
          icon={link.icon}
          label={link.label}
        />
      ))}
    </section>
  )
}
