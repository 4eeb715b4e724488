import type { ChoiceField, Field, MultiChoiceField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import type { SheetSite } from '../inspector/sheets/sheet.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { LevelsDialog } from './levels-dialog.tsx'

export interface DependsOnPropertyProps {
  readonly field: ChoiceField | MultiChoiceField
  readonly site: SheetSite
  readonly onDependsOn: (key: string | undefined) => void
}

/** Whether going up from a field one comes to `key`: then that one cannot depend on it. */
function leadsTo(fields: readonly Field[], from: Field, key: string): boolean {
  const seen = new Set<string>()
  let at: Field | undefined = from
  while (at !== undefined && !seen.has(at.key)) {
    if (at.key === key) return true
    seen.add(at.key)
    const above: string | undefined = 'dependsOn' in at ? at.dependsOn : undefined
    at = fields.find((one) => one.key === above)
  }
  return false
}

/** The choice that decides which options are offered, and a way to paste several levels at once. */
export function DependsOnProperty({ field, site, onDependsOn }: DependsOnPropertyProps) {
  const t = useTexts()
  const read = useLocalized()
  const fields = useIndex().fieldsOf(site.form, site.lineItems)
  const [pasting, setPasting] = useState(false)
  const candidates = fields.filter(
    (one) => (one.type === 'choice' || one.type === 'multiChoice') && !leadsTo(fields, one, field.key),
  )
  return (
    <>
      {(candidates.length > 0 || field.dependsOn !== undefined) && (
        <Property
          label={t('options.dependsOn')}
          help={field.dependsOn === undefined ? undefined : t('options.dependsOnHelp')}
        >
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              allowClear
              placeholder={t('options.dependsOnNothing')}
              value={field.dependsOn ?? null}
              options={candidates.map((one) => ({ value: one.key, label: read(one.label) }))}
              onChange={(key: string | null | undefined) => onDependsOn(key ?? undefined)}
            />
          )}
        </Property>
      )}
      {field.type === 'choice' && field.optionSet === undefined && (
        <Button size="small" icon={<Icon name="table" />} onClick={() => setPasting(true)}>
          {t('options.levels')}
        </Button>
      )}
      {pasting && field.type === 'choice' && (
        <LevelsDialog field={field} site={site} onClose={() => setPasting(false)} />
      )}
    </>
  )
}
