import { localize } from '@pipewright/metadata'
import type { Option } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useText } from '../../../texts/use-text.ts'

/** What was done: a call, a visit. */
export function KindChoice(props: {
  options: readonly Option[]
  value: string | null
  onChange: (kind: string) => void
}) {
  const text = useText()
  const locale = useUiLocale()
  return (
    <>
      <h3>{text('followUpKind')}</h3>
      <div className="follow-up-chips" role="group" aria-label={text('followUpKind')}>
        {props.options.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            aria-pressed={props.value === key}
            onClick={() => props.onChange(key)}
          >
            {localize(label, locale)}
          </button>
        ))}
      </div>
    </>
  )
}
