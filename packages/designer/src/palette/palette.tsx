import { Icon } from '@pipewright/ui'
import { Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useDesign, useArrangedForm } from '../environment/design-context.ts'
import { libraryEntries } from '../library/library-entries.ts'
import { OffLayout } from '../layouts/off-layout.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { foundFields, hasWords } from './found-fields.ts'
import { paletteElements, paletteGroups } from './palette-groups.ts'
import { ElementList, FoundList, LibraryList, TypeList } from './palette-lists.tsx'
import { useAdd } from './use-add.ts'

type Shelf = 'types' | 'library'

/**
 * Everything that can be put into a form; drag it to its place, or press it to add it behind what is selected. A search
 * goes over types, standard fields and the form itself.
 */
export function Palette({ onAdded }: { readonly onAdded?: () => void }) {
  const t = useTexts()
  const { locale } = useDesign()
  const [search, setSearch] = useState('')
  const [shelf, setShelf] = useState<Shelf>('types')
  const groups = useMemo(() => paletteGroups(locale, search), [locale, search])
  const elements = useMemo(() => paletteElements(locale, search), [locale, search])
  const add = useAdd(onAdded)
  const form = useArrangedForm()
  if (form === undefined) return null
  const isSearching = search.trim() !== ''
  const isEmpty =
    isSearching &&
    groups.length === 0 &&
    elements.length === 0 &&
    foundFields(form, search, locale).length === 0 &&
    !libraryEntries.some(({ field }) => hasWords(search, [field.label.en, field.label.zh, field.key]))
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
      {isSearching ? (
        <FoundList form={form} search={search} />
      ) : (
        <Segmented
          block
          size="small"
          aria-label={t('palette.shelf')}
          value={shelf}
          options={(['types', 'library'] as const).map((value) => ({ value, label: t(`palette.${value}`) }))}
          onChange={setShelf}
        />
      )}
      {!isSearching && <OffLayout form={form} of="form" />}
      {isEmpty && <p className="pwd-quiet">{t('palette.none', { text: search })}</p>}
      {(isSearching || shelf === 'types') && (
        <>
          <TypeList form={form} groups={groups} add={add.add} />
          <ElementList form={form} elements={elements} add={add.add} />
        </>
      )}
      {(isSearching || shelf === 'library') && <LibraryList search={search} add={add.add} />}
      {!isSearching && <OffLayout form={form} of="record" />}
      {!isSearching && (
        <Button block icon={<Icon name="plus" />} onClick={add.addSection}>
          {t('palette.section')}
        </Button>
      )}
    </div>
  )
}
