import type { Locale } from '@pipewright/metadata'
import { elementTypes, fieldTypes, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import type { Translate } from '../texts/use-texts.ts'
import { libraryEntry } from '../library/library-entries.ts'
import { labelOfItem } from '../tree/label-of-item.ts'
import type { Dragged, Drop } from './place-drop.ts'

/** What is carried, by its name. */
export function nameOfDragged(form: Form, dragged: Dragged, locale: Locale, t: Translate): string {
  if (dragged.kind === 'type') {
    const spec = fieldTypes[dragged.type]
    const variant = spec.variants?.find(({ name }) => name === dragged.variant)
    return localize((variant ?? spec).label, locale)
  }
  if (dragged.kind === 'element') return localize(elementTypes[dragged.type].label, locale)
  if (dragged.kind === 'library') return localize(libraryEntry(dragged.entry)?.field.label, locale)
  if (dragged.kind === 'field' && dragged.fields !== undefined)
    return t('canvas.many', { count: dragged.fields.length })
  const label =
    dragged.kind === 'field'
      ? labelOfItem(form, dragged.field)
      : form.layout.sections.find(({ key }) => key === dragged.section)?.label
  return localize(label, locale)
}

/** Where it would land, as a sentence for those who listen. */
export function describeDrop(form: Form, drop: Drop | null, locale: Locale, t: Translate): string {
  if (drop === null) return t('dnd.nowhere')
  if (drop.kind === 'section')
    return t('dnd.sectionPlace', { position: drop.index + 1, count: form.layout.sections.length })
  const section = form.layout.sections.find(({ key }) => key === drop.section)
  return t('dnd.fieldPlace', {
    section: localize(section?.label, locale) || t('canvas.untitled'),
    position: drop.index + 1,
    count: (section?.items.length ?? 0) + 1,
  })
}
