import { Icon } from '@pipewright/ui'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useDefinition, useDesign, useOpenForm } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { slotBehind } from '../tree/layout-places.ts'
import { addFieldEdit, canAdd } from '../tree/new-field.ts'
import { addSectionEdit } from '../tree/section-edits.ts'
import { PaletteItem } from './palette-item.tsx'
import { paletteGroups } from './palette-groups.ts'

/** Adds what is chosen behind what is selected, and selects it. */
function useAdd() {
  const { selection, select, edit } = useDesign()
  const definition = useDefinition()
  const form = useOpenForm()
  return {
    form,
    definition,
    addField(type: Parameters<typeof addFieldEdit>[2]) {
      if (form === undefined) return
      const selected = selection.kind === 'form' ? {} : selection
      const slot = slotBehind(form.layout, selected)
      if (slot === null) return
      const adding = addFieldEdit(definition, form, type, slot)
      if (edit(adding)) select({ kind: 'field', field: adding.field.key })
    },
    addSection() {
      if (form === undefined) return
      const adding = addSectionEdit(form)
      if (edit(adding)) select({ kind: 'section', section: adding.section.key })
    },
  }
}

/** Everything that can be put into a form; drag it to its place, or press it to add it behind what is selected. */
export function Palette({ onAdded }: { readonly onAdded?: () => void }) {
  const t = useTexts()
  const { locale } = useDesign()
  const [search, setSearch] = useState('')
  const groups = useMemo(() => paletteGroups(locale, search), [locale, search])
  const { form, definition, addField, addSection } = useAdd()
  if (form === undefined) return null
  return (
    <div className="pwd-palette">
      <Input
        allowClear
        value={search}
        prefix={<Icon name="search" />}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {groups.length === 0 && <p className="pwd-quiet">{t('palette.none', { text: search })}</p>}
      {groups.map(({ group, entries }) => (
        <section key={group} aria-label={t(`palette.${group}`)}>
          <h3 className="pwd-palette-title">{t(`palette.${group}`)}</h3>
          <ul className="pwd-palette-list">
            {entries.map((entry) => (
              <PaletteItem
                key={entry.type}
                entry={entry}
                {...(canAdd(definition, form, entry.type) ? {} : { hindrance: t('palette.needsRelation') })}
                onAdd={() => {
                  addField(entry.type)
                  onAdded?.()
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      {search === '' && (
        <Button
          block
          icon={<Icon name="plus" />}
          onClick={() => {
            addSection()
            onAdded?.()
          }}
        >
          {t('palette.section')}
        </Button>
      )}
    </div>
  )
}
