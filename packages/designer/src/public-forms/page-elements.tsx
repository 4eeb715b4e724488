import { elementName, elementsOf } from '@pipewright/metadata'
import { Checkbox } from 'antd'
import { listed, useUiLocale } from '@pipewright/ui'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { hindranceTo } from './element-hindrance.ts'
import type { PagePart } from './page-part.ts'

/** What of the form stands between the fields of the page; what would tell more than is listed says why it cannot. */
export function PageElements({ form, page, change }: PagePart) {
  const t = useTexts()
  const read = useLocalized()
  const locale = useUiLocale()
  const labels = new Map(form.fields.map((field) => [field.key, read(field.label)]))
  const elements = elementsOf(form)
  const chosen = page.elements ?? []
  if (elements.length === 0) return null
  const options = elements.map((element) => {
    const { key } = element
    const hindrance = hindranceTo(element, page)
    const name = read(elementName(element)).replaceAll(/<[^>]*>/g, ' ') || key
    const why =
      hindrance === null
        ? null
        : hindrance.type === 'private'
          ? t('publicForms.privateElement')
          : t('publicForms.unlisted', {
              fields: listed(
                hindrance.fields.map((field) => labels.get(field) ?? field),
                locale,
              ),
            })
    return {
      value: key,
      disabled: hindrance !== null && !chosen.includes(key),
      label: why === null ? name : `${name} (${why})`,
    }
  })
  return (
    <Property label={t('publicForms.elements')} help={t('publicForms.elementsHelp')} group>
      {() => (
        <Checkbox.Group
          className="pwd-checks"
          aria-label={t('publicForms.elements')}
          value={[...chosen]}
          options={options}
          onChange={(keys) => change({ elements: keys.length === 0 ? undefined : keys })}
        />
      )}
    </Property>
  )
}
