import type { Field } from '@pipewright/schemas'
import { useTexts, type TextKey } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'

const allowed = /^(https?:\/\/|mailto:|tel:)/i

interface Target {
  readonly href: string
  readonly name: TextKey
  readonly tab: boolean
}

function targetOf(type: Field['type'], value: string): Target | null {
  if (type === 'email') return { href: `mailto:${value}`, name: 'control.mailTo', tab: false }
  // Anything else than these could run as a script.
  return allowed.test(value) ? { href: value, name: 'control.openLink', tab: true } : null
}

/** Mail address, phone number or web address as something to click. */
export function LinkValue({ field, value }: ValueProps<Field>) {
  const t = useTexts()
  const text = asText(value)
  const target = targetOf(field.type, text)
  if (target === null) return <>{text}</>
  return (
    <a
      className="pw-link"
      href={target.href}
      title={t(target.name, { value: text })}
      onClick={(event) => event.stopPropagation()}
      {...(target.tab ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {text}
    </a>
  )
}
