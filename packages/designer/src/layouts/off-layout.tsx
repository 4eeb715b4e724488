import { fieldsOfLayout, fieldTypes, placeableSystemFields, systemFields } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { slotOf } from '../tree/slot-of.ts'

/** Fields without a place on the layout that is open, and what every record has by itself: pressing one places it. */
export function OffLayout({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, select, selected } = useDesign()
  const placed = new Set(fieldsOfLayout(form.layout))
  const system = [...placeableSystemFields].flatMap((key) => systemFields.get(key) ?? [])
  const off = [...form.fields, ...system].filter(({ key }) => !placed.has(key))
  const place = (field: string) => {
    const slot = slotOf(form.layout, selected.read())
    if (slot !== null && edit({ type: 'placeField', form: form.key, field, ...slot }))
      select({ kind: 'field', field })
  }
  if (off.length === 0) return null
  return (
    <section aria-label={t('layouts.off')}>
      <h3 className="pwd-palette-title">{t('layouts.off')}</h3>
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
              <span className="pwd-quiet pwd-cut">
                {placeableSystemFields.has(key) ? t('layouts.ofRecord') : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
