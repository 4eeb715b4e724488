import type { Layout } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { emptyPages, pageOfSection } from '../tree/page-of-section.ts'

/** The name of the tab over the first of the sections that follow one another on it. */
export function PageMark({ layout, position }: { readonly layout: Layout; readonly position: number }) {
  const read = useLocalized()
  const [section, before] = [layout.sections[position], layout.sections[position - 1]]
  const page = section && pageOfSection(layout, section)
  if (page === undefined || (before !== undefined && pageOfSection(layout, before) === page)) return null
  return (
    <p className="pwd-page-mark">
      <Icon name="layout" />
      {read(page.label)}
    </p>
  )
}

/** Tabs that nothing stands on yet, with the way to fill them. */
export function EmptyPages({ layout }: { readonly layout: Layout }) {
  const t = useTexts()
  const read = useLocalized()
  return emptyPages(layout).map((page) => (
    <div key={page.key}>
      <p className="pwd-page-mark">
        <Icon name="layout" />
        {read(page.label)}
      </p>
      <p className="pwd-page-empty">{t('pages.empty')}</p>
    </div>
  ))
}
