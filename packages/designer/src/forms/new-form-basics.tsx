import type { LocalizedText, Role } from '@pipewright/schemas'
import { Checkbox, Input } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

interface UsersProps {
  readonly roles: readonly Role[]
  readonly chosen: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}

/** Who may use the new form. */
export function Users({ roles, chosen, onChange }: UsersProps) {
  const t = useTexts()
  const read = useLocalized()
  return (
    <Property label={t('forms.who')} help={t('forms.whoHelp')} group>
      {() => (
        <Checkbox.Group
          className="pwd-checks"
          value={[...chosen]}
          options={roles.map((role) => ({ value: role.key, label: read(role.label) }))}
          onChange={(keys: string[]) => onChange(keys)}
        />
      )}
    </Property>
  )
}

interface NamesProps {
  readonly label: LocalizedText
  readonly onChange: (label: LocalizedText) => void
  readonly onEnter: () => void
}

/** What the new form is called, the language of the interface first. */
export function Names({ label, onChange, onEnter }: NamesProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const languages = locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return languages.map((language, position) => (
    <Property key={language} label={t('forms.nameIn', { language: t(`language.${language}`) })}>
      {(id) => (
        <Input
          id={id}
          autoFocus={position === 0}
          maxLength={80}
          value={label[language] ?? ''}
          onChange={(event) => {
            const { [language]: _, ...other } = label
            onChange(event.target.value === '' ? other : { ...other, [language]: event.target.value })
          }}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) onEnter()
          }}
        />
      )}
    </Property>
  ))
}
