import type { LocalizedText, Role } from '@pipewright/schemas'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { newFormEdits } from './new-form.ts'

interface UsersProps {
  readonly roles: readonly Role[]
  readonly chosen: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}

function Users({ roles, chosen, onChange }: UsersProps) {
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

/** Asks for the name of a new form and who may use it. */
export function NewFormDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts()
  const { locale, edit, openForm } = useDesign()
  const definition = useDefinition()
  const others = definition.roles.filter((role) => role.admin !== true)
  const [label, setLabel] = useState<LocalizedText>({})
  const [roles, setRoles] = useState<readonly string[] | null>(null)
  const chosen = roles ?? others.map(({ key }) => key)
  const isNamed = (label.en ?? label.zh ?? '').trim() !== ''
  const languages = locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const create = () => {
    if (!isNamed) return
    const made = newFormEdits(definition, { label, roles: chosen })
    if (!edit(...made.edits)) return
    setLabel({})
    setRoles(null)
    onClose()
    openForm(made.form)
  }
  return (
    <Modal
      open={open}
      title={t('forms.new')}
      okText={t('forms.create')}
      okButtonProps={{ disabled: !isNamed }}
      onOk={create}
      onCancel={onClose}
      destroyOnHidden
    >
      {languages.map((language, position) => (
        <Property key={language} label={t('forms.nameIn', { language: t(`language.${language}`) })}>
          {(id) => (
            <Input
              id={id}
              autoFocus={position === 0}
              maxLength={80}
              value={label[language] ?? ''}
              onChange={(event) => {
                const { [language]: _, ...other } = label
                setLabel(event.target.value === '' ? other : { ...other, [language]: event.target.value })
              }}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing) create()
              }}
            />
          )}
        </Property>
      ))}
      <Users roles={others} chosen={chosen} onChange={setRoles} />
    </Modal>
  )
}
