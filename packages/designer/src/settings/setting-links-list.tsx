import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { SettingLink, SettingPlace, SettingTarget } from './setting-links.ts'

/** Opens the place where a setting is made. */
function useGoTo(form: Form): (place: SettingPlace) => void {
  const { openArea, openForm, openLayout, select } = useDesign()
  return (place) => {
    if ('field' in place) {
      if (place.form !== form.key) openForm(place.form)
      openArea('fields')
      select({ kind: 'field', field: place.field })
    } else if (place.area === 'fields') {
      openArea('fields')
      openLayout(place.detail ?? null)
    } else openArea(place.area, place.detail ?? null)
  }
}

/** What of a form is set on other pages: what is there now, and the way to it. */
export function SettingLinksList({
  form,
  links,
}: {
  readonly form: Form
  readonly links: readonly SettingLink[]
}) {
  const t = useTexts()
  const read = useLocalized()
  const goTo = useGoTo(form)
  const words = ({ label, of, chosen }: SettingTarget) => {
    const name = of === undefined ? read(label) : `${read(of)} · ${read(label)}`
    return chosen === undefined ? name : `${name}: ${t(chosen)}`
  }
  if (links.length === 0) return null
  return (
    <PropertyGroup title={t('settings.elsewhere')}>
      <ul className="pwd-setting-links">
        {links.map(({ key, area, targets }) => (
          <li key={key}>
            <button type="button" className="pwd-setting-link" onClick={() => goTo({ area })}>
              <span>{t(`settings.${key}`)}</span>
              <Icon name="right" />
            </button>
            <p className="pwd-quiet">{t(`settings.${key}Help`)}</p>
            <div className="pwd-setting-targets">
              {targets.length === 0 && <span className="pwd-quiet">{t('settings.none')}</span>}
              {targets.map((target) => (
                <Button key={target.key} size="small" onClick={() => goTo(target.place)}>
                  {words(target)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </PropertyGroup>
  )
}
