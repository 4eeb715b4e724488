import type { BodyOf, Member, Routes } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { OptionTag, useUiLocale } from '@pipewright/ui'
import { Button, Select, Space, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { MembersAnswer } from './members-answer.ts'
import { MemberEventsButton } from './events/member-events-button.tsx'
import { ResetLinkButton } from './reset/reset-link-button.tsx'

export type MemberChange = BodyOf<Routes['updateMember']>

interface CellProps {
  readonly member: Member
  readonly answer: MembersAnswer
  readonly onChange: (member: Member, change: MemberChange) => void
}

function Status({ member }: { member: Member }) {
  const text = useText()
  if (!member.active) return <OptionTag color="red" label={text('lockedOut')} />
  return member.signedUp ? (
    <OptionTag color="green" label={text('active')} />
  ) : (
    <OptionTag color="gold" label={text('invited')} />
  )
}

function RolesCell({ member, answer, onChange }: CellProps) {
  const text = useText()
  const locale = useUiLocale()
  const options = answer.roles.map((role) => ({ value: role.key, label: localize(role.label, locale) }))
  return (
    <Select
      mode="multiple"
      aria-label={`${text('roles')}: ${member.name}`}
      style={{ width: '100%' }}
      value={member.roles}
      options={options}
      onChange={(roles) => onChange(member, { roles })}
    />
  )
}

function DepartmentCell({ member, answer, onChange }: CellProps) {
  const text = useText()
  const options = [
    { value: '', label: text('noDepartment') },
    ...answer.departments.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Select
      aria-label={`${text('department')}: ${member.name}`}
      style={{ width: '100%' }}
      value={member.department ?? ''}
      options={options}
      onChange={(next) => onChange(member, { department: next === '' ? null : next })}
    />
  )
}

/** The columns of the table of members. */
export function useMemberColumns(props: Omit<CellProps, 'member'>, busy: boolean): TableColumnsType<Member> {
  const text = useText()
  const app = useWorkspace()
  const me = app.member.id
  return [
    {
      title: text('member'),
      key: 'name',
      width: 240,
      render: (_, member) => (
        <>
          <strong>{member.name}</strong>
          {member.email !== member.name && <div className="quiet">{member.email}</div>}
        </>
      ),
    },
    {
      title: text('roles'),
      key: 'roles',
      width: 280,
      render: (_, member) => <RolesCell {...props} member={member} />,
    },
    {
      title: text('department'),
      key: 'department',
      width: 200,
      render: (_, member) => <DepartmentCell {...props} member={member} />,
    },
    { title: text('status'), key: 'status', width: 100, render: (_, member) => <Status member={member} /> },
    {
      title: <span className="pw-hidden-text">{text('action')}</span>,
      key: 'act',
      width: 430,
      render: (_, member) => (
        <Space>
          <Button
            disabled={busy || member.id === me}
            onClick={() => props.onChange(member, { active: !member.active })}
          >
            {member.active ? text('lockOut') : text('letIn')}
          </Button>
          <Link
            to={workspacePath(app, `/members/${member.id}/hand-over`)}
            aria-label={text('handOverOf', { name: member.name })}
          >
            {text('handOver')}
          </Link>
          <MemberEventsButton member={member} answer={props.answer} />
          <ResetLinkButton member={member} />
        </Space>
      ),
    },
  ]
}
