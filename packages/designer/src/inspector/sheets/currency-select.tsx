import { usualCurrencies } from '@pipewright/metadata'
import { AutoComplete } from 'antd'
import { Property } from '../../parts/property.tsx'
import { useTypedCode } from './use-typed-code.ts'
import { useTexts } from '../../texts/use-texts.ts'

/** An ISO 4217 code: one of the usual ones, or any other that is typed. */
export function CurrencySelect(props: {
  readonly value: string
  readonly label?: string
  readonly autoFocus?: boolean
  readonly onCommit: (code: string) => void
}) {
  const t = useTexts()
  const { text, type, commit } = useTypedCode(props.value, props.onCommit)
  return (
    <Property label={props.label ?? t('inspector.currency')}>
      {(id) => (
        <AutoComplete
          id={id}
          className="pwd-full"
          value={text}
          autoFocus={props.autoFocus === true}
          options={usualCurrencies.map((value) => ({ value }))}
          onChange={type}
          onSelect={commit}
          onBlur={() => commit(text)}
        />
      )}
    </Property>
  )
}
