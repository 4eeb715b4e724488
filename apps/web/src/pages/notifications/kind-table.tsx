import type { NotificationKind, NotificationSettings } from '@pipewright/contract'
import { Checkbox, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

type Kinds = NotificationSettings['kinds']
type Choice = Kinds[NotificationKind]

const allWays = [
  { way: 'app', label: 'noticeApp' },
  { way: 'mail', label: 'noticeMail' },
  { way: 'push', label: 'noticePush' },
] as const

const paces = ['now', 'hour', 'day', 'never'] as const

interface KindTableProps {
  readonly kinds: Kinds
  /** What there is besides the app itself. */
  readonly ways: NotificationSettings['ways']
  readonly onChange: (kind: NotificationKind, choice: Choice) => void
}

/** Only administrators are ever told of these. */
const ofAdministrators: ReadonlySet<NotificationKind> = new Set(['backupTrouble'])

/** What is told by which way. */
export function KindTable({ kinds, ways, onChange }: KindTableProps) {
  const text = useText()
  const { admin } = useWorkspace().may
  const told = (Object.entries(kinds) as [NotificationKind, Choice][]).filter(
    ([kind]) => admin || !ofAdministrators.has(kind),
  )
  const open = allWays.filter(({ way }) => way === 'app' || ways[way])
  return (
    <table className="notice-table">
      <thead>
        <tr>
          <th scope="col">{text('noticeWhat')}</th>
          {open.map(({ way, label }) => (
            <th key={way} scope="col">
              {text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.map(([kind, choice]) => (
          <tr key={kind}>
            <th scope="row">{text(`noticeKind_${kind}`)}</th>
            {open.map(({ way, label }) => (
              <td key={way}>
                {way === 'mail' ? (
                  <Select
                    className="notice-pace"
                    aria-label={`${text(`noticeKind_${kind}`)}: ${text(label)}`}
                    value={choice.mail}
                    onChange={(mail) => onChange(kind, { ...choice, mail })}
                    options={paces.map((value) => ({ value, label: text(`noticeMail_${value}`) }))}
                  />
                ) : (
                  <Checkbox
                    aria-label={`${text(`noticeKind_${kind}`)}: ${text(label)}`}
                    checked={choice[way]}
                    onChange={({ target }) => onChange(kind, { ...choice, [way]: target.checked })}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
