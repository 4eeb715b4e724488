import type { BodyOf, PublicLink, Routes } from '@pipewright/contract'
import { Button, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface LinkSettingsProps {
  readonly link: PublicLink
  /** The page finds records: nobody owns answers. */
  readonly finds: boolean
  readonly onChange: (changes: BodyOf<Routes['changePublicLink']>) => void
}

/** Whether the page is open, whose the answers are, and its password. */
export function LinkSettings({ link, finds, onChange }: LinkSettingsProps) {
  const t = useTexts()
  const { app } = useDesign()
  const [password, setPassword] = useState('')
  return (
    <>
      <p className="pwd-quiet">{t('publicForms.atOnce')}</p>
      <Property label={t(finds ? 'publicForms.openFinds' : 'publicForms.open')} inline>
        {(id) => <Switch id={id} checked={link.open} onChange={(open) => onChange({ open })} />}
      </Property>
      {!finds && (
        <Property label={t('publicForms.owner')} help={t('publicForms.ownerHelp')}>
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={link.owner}
              showSearch={{ optionFilterProp: 'label' }}
              options={app.people
                .filter(({ active, id: person }) => active || person === link.owner)
                .map(({ id: value, name }) => ({ value, label: name }))}
              onChange={(owner: string) => onChange({ owner })}
            />
          )}
        </Property>
      )}
      <Property
        label={t('publicForms.password')}
        help={t(link.hasPassword ? 'publicForms.hasPassword' : 'publicForms.noPassword')}
      >
        {(id) => (
          <div className="pwd-line pwd-one-line">
            <Input.Password
              id={id}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Button
              disabled={password.length < 4}
              onClick={() => {
                onChange({ password })
                setPassword('')
              }}
            >
              {t('publicForms.setPassword')}
            </Button>
            {link.hasPassword && (
              <Button onClick={() => onChange({ password: null })}>{t('publicForms.clearPassword')}</Button>
            )}
          </div>
        )}
      </Property>
    </>
  )
}
