import { fieldTypes, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useMemo, type ReactNode } from 'react'
import { focusCard } from '../canvas/focus-card.ts'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { libraryEntries, type LibraryGroup } from '../library/library-entries.ts'
import { useTexts } from '../texts/use-texts.ts'
import { canAddElement } from '../tree/new-element.ts'
import { canAdd } from '../tree/new-field.ts'
import { foundFields, hasWords } from './found-fields.ts'
import type { PaletteElement, PaletteGroup } from './palette-groups.ts'
import { PaletteItem } from './palette-item.tsx'
import type { Add } from './use-add.ts'

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="pwd-palette-title">{title}</h3>
      <ul className="pwd-palette-list">{children}</ul>
    </section>
  )
}

/** Types of fields, by group. */
export function TypeList(props: {
  readonly form: Form
  readonly groups: readonly PaletteGroup[]
  readonly add: Add
}) {
  const { form, groups, add } = props
  const t = useTexts()
  const definition = useDefinition()
  return groups.map(({ group, entries }) => (
    <Group key={group} title={t(`palette.${group}`)}>
      {entries.map(({ type, variant, icon, label, description }) => (
        <PaletteItem
          key={`${type} ${variant ?? ''}`}
          {...{ icon, label, description }}
          dragged={{ kind: 'type', type, ...(variant === undefined ? {} : { variant }) }}
          {...(canAdd(definition, form, type) ? {} : { hindrance: t('palette.needsRelation') })}
          onAdd={add}
        />
      ))}
    </Group>
  ))
}

/** What can stand between the fields. */
export function ElementList(props: {
  readonly form: Form
  readonly elements: readonly PaletteElement[]
  readonly add: Add
}) {
  const { form, elements, add } = props
  const t = useTexts()
  const definition = useDefinition()
  if (elements.length === 0) return null
  return (
    <Group title={t('palette.layout')}>
      {elements.map(({ type, icon, label, description }) => (
        <PaletteItem
          key={type}
          {...{ icon, label, description }}
          dragged={{ kind: 'element', type }}
          {...(canAddElement(definition, form, type) ? {} : { hindrance: t('palette.needsReport') })}
          onAdd={add}
        />
      ))}
    </Group>
  )
}

const groups: readonly LibraryGroup[] = ['customer', 'contact', 'deal', 'activity', 'order']

/** Standard fields of customer work; with words, those whose name in either language has all of them. */
export function LibraryList({ search, add }: { readonly search: string; readonly add: Add }) {
  const t = useTexts()
  const { locale } = useDesign()
  const found = libraryEntries.filter(({ field }) =>
    hasWords(search, [field.label.en, field.label.zh, field.key]),
  )
  return groups.map((group) => {
    const entries = found.filter((entry) => entry.group === group)
    if (entries.length === 0) return null
    return (
      <Group key={group} title={t(`palette.library_${group}`)}>
        {entries.map(({ field }) => (
          <PaletteItem
            key={field.key}
            icon={fieldTypes[field.type].icon}
            label={localize(field.label, locale)}
            description={localize(fieldTypes[field.type].label, locale)}
            dragged={{ kind: 'library', entry: field.key }}
            onAdd={add}
          />
        ))}
      </Group>
    )
  })
}

/** Fields of the form that is open which fit the words: pressing one goes to it. */
export function FoundList({ form, search }: { readonly form: Form; readonly search: string }) {
  const t = useTexts()
  const { locale, select } = useDesign()
  const found = useMemo(() => foundFields(form, search, locale), [form, search, locale])
  if (found.length === 0) return null
  return (
    <section aria-label={t('palette.inForm')}>
      <h3 className="pwd-palette-title">
        {t('palette.inForm')} <span className="pwd-quiet">{found.length}</span>
      </h3>
      <ul className="pwd-found-list">
        {found.map(({ key, label, icon, section }) => (
          <li key={key}>
            <button
              type="button"
              className="pwd-found"
              onClick={() => {
                select({ kind: 'field', field: key })
                focusCard(key)
              }}
            >
              <Icon name={icon} />
              <span className="pwd-cut">{label}</span>
              <span className="pwd-quiet pwd-cut">{section}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
