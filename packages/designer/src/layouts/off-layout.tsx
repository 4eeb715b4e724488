import { fieldsOfLayout, fieldTypes, placeableSystemFields, systemFields } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { slotOf } from '../tree/slot-of.ts'

const system = [...placeableSystemFields].flatMap((key) => systemFields.get(key) ?? [])

interface OffLayoutProps {
  readonly form: Form
  /** Fields of the form, or what every record has by itself. */
  readonly of: 'form' | 'record'
}

/** What has no place on the layout that is open: pressing one places it. */
export function OffLayout({ form, of }: OffLayoutProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, select, selected } = useDesign()
  const placed = new Set(fieldsOfLayout(form.layout))
  const off = (of === 'form' ? form.fields : system).filter(({ key }) => !placed.has(key))
  const place = (field: string) => {
    const slot = slotOf(form.layout, selected.read())
    if (slot !== null && edit({ type: 'placeField', form: form.key, field, ...slot }))
      select({ kind: 'field', field })
  }
  if (off.length === 0) return null
  const title = t(of === 'form' ? 'layouts.off' : 'layouts.ofRecord')
  return (
    <section aria-label={title}>
      <h3 className="pwd-palette-title">{title}</h3>
      <ul className="pwd-found-list">
        {off.map(({ key, label, type }) => (
          <li key={key}>
            <button
              type="button"
              className="pwd-found"
              aria-label={t('layouts.place', { field: read(label) })}
              onClick={() => place(key)}
            >
              <Icon name={fieldTypes[type].icon} />
              <span className="pwd-cut">{read(label)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
