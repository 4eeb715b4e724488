import type { Approver } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newApprover } from './new-workflow.ts'

const kinds = ['ownersManager', 'role', 'member'] as const

/** Who decides: a manager, a role or one person. */
export function ApproverEditor({
  approver,
  onChange,
}: {
  readonly approver: Approver
  readonly onChange: (approver: Approver) => void
}) {
  const t = useTexts()
  const read = useLocalized()
  const { app } = useDesign()
  const definition = useDefinition()
  const people = app.people.filter(({ active }) => active)
  return (
    <div className="pwd-line">
      <Select
        className="pwd-grow"
        aria-label={t('workflows.approver')}
        value={approver.type}
        options={kinds.map((value) => ({ value, label: t(`workflows.${value}`) }))}
        onChange={(type) => {
          const made = newApprover(definition, people, type)
          if (made !== null) onChange(made)
        }}
      />
      {approver.type === 'role' && (
        <Select
          className="pwd-grow"
          aria-label={t('workflows.role')}
          value={approver.role}
          options={definition.roles.map((role) => ({ value: role.key, label: read(role.label) }))}
          onChange={(role: string) => onChange({ type: 'role', role })}
        />
      )}
      {approver.type === 'member' && (
        <Select
          className="pwd-grow"
          aria-label={t('workflows.member')}
          value={approver.member}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          onChange={(member: string) => onChange({ type: 'member', member })}
        />
      )}
    </div>
  )
}
