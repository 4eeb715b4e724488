import { Icon } from '@pipewright/ui'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { FieldMenu } from './field-menu.tsx'

/** A button that becomes a menu when it is first pressed: a form may have a thousand of them. */
export function CardMenu({ field, label }: { readonly field: string; readonly label: string }) {
  const t = useTexts()
  const [wanted, setWanted] = useState(false)
  if (wanted) return <FieldMenu field={field} label={label} />
  return (
    <button
      type="button"
      className="pwd-tool"
      aria-label={t('canvas.more', { label })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <Icon name="more" />
    </button>
  )
}
