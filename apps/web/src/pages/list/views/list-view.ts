import type { FormViews, SavedView } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'

/** A view as a list shows it: one of the app, or one that a member saved, whose key is its id. */
export interface ListView extends View {
  readonly saved?: SavedView
}

export const asListView = (saved: SavedView): ListView => ({
  ...saved.settings,
  key: saved.id,
  form: saved.form,
  label: { en: saved.name, zh: saved.name },
  saved,
})

/** All views of a form in the order of the member; those he has not placed follow, the app's first. */
export function orderedViews(ofApp: readonly View[], answer: FormViews | undefined): readonly ListView[] {
  const all: readonly ListView[] = [...ofApp, ...(answer?.views ?? []).map(asListView)]
  const places = new Map((answer?.order ?? []).map((key, place) => [key, place]))
  const placeOf = ({ key }: ListView) => places.get(key) ?? places.size
  return all.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** What a list opens with when its address names no view: the member's own choice, that of his role, the first. */
export function openingView(
  views: readonly ListView[],
  opens: FormViews['opens'] | undefined,
): ListView | undefined {
  const named = [opens?.own, opens?.role].flatMap((key) => views.find((view) => view.key === key) ?? [])
  return named[0] ?? views[0]
}

/** The keys in another order: one of them stands where another stood. */
export function movedKey(keys: readonly string[], key: string, to: number): string[] {
  const rest = keys.filter((one) => one !== key)
  const place = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, place), key, ...rest.slice(place)]
}
