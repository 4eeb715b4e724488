import type { Present } from '@pipewright/contract'
import { MemberAvatar } from '@pipewright/renderer'
import { Tooltip } from 'antd'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { usePresence } from './use-presence.ts'
import './presence.css'

const shown = 4

/** Who else has the record open now; who changes it is said in words. */
export function WhoIsHere({ form, record }: { readonly form: string; readonly record: string }) {
  const { people } = useWorkspace()
  const text = useText()
  const others = usePresence(form, record)
  const nameOf = ({ member }: Present) =>
    people.find(({ id }) => id === member)?.name ?? text('presenceSomebody')
  const says = (one: Present) => text(one.editing ? 'presenceEdits' : 'presenceReads', { name: nameOf(one) })
  const editors = others.filter(({ editing }) => editing)
  const [editor] = editors
  const ordered = [...editors, ...others.filter(({ editing }) => !editing)]
  const hidden = ordered.slice(shown)
  return (
    <div className="who-is-here" role="group" aria-label={text('presence')}>
      {ordered.length > 0 && (
        <ul>
          {ordered.slice(0, shown).map((one) => (
            <li key={one.member} className={one.editing ? 'is-editing' : undefined}>
              <Tooltip title={says(one)}>
                <span role="img" aria-label={says(one)}>
                  <MemberAvatar id={one.member} name={nameOf(one)} />
                </span>
              </Tooltip>
            </li>
          ))}
          {hidden.length > 0 && (
            <li>
              <Tooltip title={hidden.map(nameOf).join(text('presenceJoin'))}>
                <span
                  role="img"
                  className="pw-avatar"
                  aria-label={hidden.map(says).join(text('presenceJoin'))}
                >
                  +{hidden.length}
                </span>
              </Tooltip>
            </li>
          )}
        </ul>
      )}
      <span className="who-edits" aria-live="polite">
        {editor !== undefined &&
          (editors.length === 1
            ? says(editor)
            : text('presenceManyEdit', { name: nameOf(editor), count: editors.length - 1 }))}
      </span>
    </div>
  )
}
