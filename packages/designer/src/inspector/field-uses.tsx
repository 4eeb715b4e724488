import { useText as textOfUse, whereUsed } from '@pipewright/metadata'
import { useMemo } from 'react'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { FieldSiteKeys } from '../tree/remove-edits.ts'

const quiet: ReadonlySet<string> = new Set(['layout', 'roleRead', 'roleWrite'])

/** Every place that uses the field, so that nobody has to guess what a change touches. */
export function FieldUses({ site }: { readonly site: FieldSiteKeys }) {
  const t = useTexts()
  const { locale } = useDesign()
  const definition = useDefinition()
  const { form, lineItems, field } = site
  const places = useMemo(() => {
    const uses = whereUsed(definition, { form, field, ...(lineItems === undefined ? {} : { lineItems }) })
    return [...new Set(uses.filter(({ kind }) => !quiet.has(kind)).map((use) => textOfUse(use, locale)))]
  }, [definition, form, lineItems, field, locale])
  if (places.length === 0) return <p className="pwd-quiet">{t('inspector.notUsed')}</p>
  return (
    <ul className="pwd-places">
      {places.map((place) => (
        <li key={place}>{place}</li>
      ))}
    </ul>
  )
}
