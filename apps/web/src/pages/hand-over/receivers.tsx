import { Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'

interface ReceiversProps {
  readonly label: string
  readonly placeholder: string
  readonly from: string
  readonly value: readonly string[]
  readonly onChange: (members: string[]) => void
}

/** Chooses members who take over; several take turns. */
export function Receivers({ label, placeholder, from, value, onChange }: ReceiversProps) {
  const { people } = useWorkspace()
  return (
    <Select
      mode="multiple"
      className="hand-over-people"
      aria-label={label}
      placeholder={placeholder}
      value={[...value]}
      showSearch={{ optionFilterProp: 'label' }}
      options={people
        .filter(({ active, id }) => active && id !== from)
        .map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
