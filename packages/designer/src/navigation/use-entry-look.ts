import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import type { Entry } from './navigation-edits.ts'

/** How entries of the navigation are called and look. */
export function useEntryLook() {
  const read = useLocalized()
  const index = useIndex()
  const names: { readonly [T in Entry['type']]: (key: string) => string } = {
    form: (key) => read(index.form(key)?.labelPlural),
    dashboard: (key) => read(index.dashboard(key)?.label),
    view: (key) => {
      const view = index.view(key)
      return view === undefined ? key : `${read(index.form(view.form)?.labelPlural)} · ${read(view.label)}`
    },
    link: (key) => key,
  }
  const icons: { readonly [T in Entry['type']]: (key: string) => string } = {
    form: (key) => index.form(key)?.icon ?? 'file-text',
    dashboard: () => 'dashboard',
    view: (key) => (index.view(key)?.type === 'board' ? 'board' : 'table'),
    link: () => 'link',
  }
  return {
    nameOf: ({ type, key, label }: Entry): string => (label === undefined ? names[type](key) : read(label)),
    iconOf: ({ type, key, icon }: Entry): string => icon ?? icons[type](key),
  }
}
