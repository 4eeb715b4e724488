import { selectionAt } from '../environment/site-of.ts'
import { fieldTypes, localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ChangeType } from './type-change/change-type.tsx'
import type { SheetSite } from './sheets/sheet.ts'

/** What is inspected, and the way back from a column to its table. */
export function FieldHead({ field, site }: { readonly field: Field; readonly site: SheetSite }) {
  const t = useTexts()
  const read = useLocalized()
  const { locale, select } = useDesign()
  const index = useIndex()
  const { lineItems } = site
  const table = lineItems === undefined ? undefined : index.field(site.form, lineItems)?.field
  return (
    <header className="pwd-inspector-head">
      {lineItems !== undefined && (
        <button type="button" className="pwd-back" onClick={() => select(selectionAt(lineItems))}>
          <Icon name="left" /> {read(table?.label)}
        </button>
      )}
      <div className="pwd-inspector-title">
        <Icon name={fieldTypes[field.type].icon} />
        <h2>{read(field.label, t('canvas.unnamed'))}</h2>
      </div>
      <div className="pwd-key">
        {localize(fieldTypes[field.type].label, locale)} · {t('inspector.key')} <code>{field.key}</code>
        <ChangeType field={field} site={site} />
      </div>
    </header>
  )
}
