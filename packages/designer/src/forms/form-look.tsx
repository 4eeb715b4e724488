import type { Color } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Popover } from 'antd'
import { useState } from 'react'
import { ColorPicker } from '../parts/color-picker.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { formIcons } from './form-icons.ts'

export interface FormLookProps {
  readonly icon: string | undefined
  readonly color: Color | undefined
  readonly onIcon: (icon: string) => void
  readonly onColor: (color: Color) => void
}

/** Icon and colour by which a form is known. */
export function FormLook({ icon = 'file-text', color, onIcon, onColor }: FormLookProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const grid = (
    <div className="pwd-icons">
      {formIcons.map((name, position) => (
        <button
          key={name}
          type="button"
          className="pwd-icon-choice"
          aria-label={t('forms.iconNumber', { position: position + 1 })}
          aria-pressed={name === icon}
          onClick={() => {
            onIcon(name)
            setOpen(false)
          }}
        >
          <Icon name={name} />
        </button>
      ))}
    </div>
  )
  return (
    <Property label={t('forms.look')} group>
      {() => (
        <div className="pwd-row">
          <Popover open={open} onOpenChange={setOpen} trigger="click" content={grid}>
            <button type="button" className="pwd-icon-choice" aria-label={t('forms.icon')}>
              <Icon name={icon} />
            </button>
          </Popover>
          <ColorPicker label={t('forms.color')} value={color} onPick={onColor} />
        </div>
      )}
    </Property>
  )
}
