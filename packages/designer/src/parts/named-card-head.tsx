import type { LocalizedText } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { LocalizedInput } from './localized-input.tsx'

/** The head of a card in a list: its name, which cannot be emptied, and what removes it. */
export function NamedCardHead(props: {
  readonly label: string
  readonly name: LocalizedText
  readonly removeLabel: string
  readonly onName: (name: LocalizedText) => void
  readonly onRemove: () => void
}) {
  return (
    <div className="pwd-card-head">
      <LocalizedInput
        size="small"
        label={props.label}
        value={props.name}
        onCommit={(name) => {
          if (Object.keys(name).length > 0) props.onName(name)
        }}
      />
      <button type="button" className="pwd-tool" aria-label={props.removeLabel} onClick={props.onRemove}>
        <Icon name="close" />
      </button>
    </div>
  )
}
