import { Icon } from '@pipewright/ui'
import type { Completion } from './complete-word.ts'

export interface CompletionListProps {
  readonly id: string
  readonly label: string
  readonly entries: readonly Completion[]
  readonly chosen: number
  readonly onTake: (completion: Completion) => void
}

export function CompletionList({ id, label, entries, chosen, onTake }: CompletionListProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className="pwd-completions">
      {entries.map((entry, position) => (
        <div
          key={`${entry.kind}${entry.insert}`}
          id={`${id}-${position}`}
          role="option"
          tabIndex={-1}
          aria-selected={position === chosen}
          // The text keeps the focus, so the mouse must not take it.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(entry)
          }}
        >
          <Icon name={entry.kind === 'field' ? 'tag' : 'formula'} />
          <span className="pwd-completion-name">{entry.label}</span>
          <code>{entry.detail}</code>
          {entry.help !== '' && position === chosen && (
            <span className="pwd-completion-help">{entry.help}</span>
          )}
        </div>
      ))}
    </div>
  )
}
