import type { Member } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { OptionTag, useUiLocale } from '@pipewright/ui'
import { Button, Select, Table } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { MembersPart } from './members-answer.ts'

function Status({ member }: { member: Member }) {
  const text = useText()
  if (!member.active) return <OptionTag color="red" label={text('lockedOut')} />
  return member.signedUp ? (
    <OptionTag color="green" label={text('active')} />
  ) : (
    <OptionTag color="gold" label={text('invited')} />
  )
}

export function MemberTable({ answer, onChanged }: MembersPart) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const call = useCall()
  const change = async (
    member: Member,
    body: { roles?: string[]; department?: string | null; active?: boolean },
  ) => {
    const done = await call.run(() =>
      client.call('updateMember', { params: { workspace: app.workspace.key, id: member.id }, body }),
    )
    if (done !== undefined) onChanged()
  }
  const roles = answer.roles.map((role) => ({ value: role.key, label: localize(role.label, locale) }))
  const departments = [
    { value: '', label: text('noDepartment') },
    ...answer.departments.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Table<Member>
        size="middle"
        rowKey="id"
        dataSource={answer.members as Member[]}
        pagination={answer.members.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 800 }}
        columns={[
          {
            title: text('member'),
            key: 'name',
            width: 240,
            render: (_, member) => (
              <>
                <strong>{member.name}</strong>
                <div style={{ color: 'var(--pw-text-quiet)' }}>{member.email}</div>
              </>
            ),
          },
          {
            title: text('roles'),
            key: 'roles',
            width: 260,
            render: (_, member) => (
              <Select
                mode="multiple"
                aria-label={`${text('roles')}: ${member.name}`}
                style={{ width: '100%' }}
                value={member.roles}
                options={roles}
                onChange={(next) => void change(member, { roles: next })}
              />
            ),
          },
          {
            title: text('department'),
            key: 'department',
            width: 200,
            render: (_, member) => (
              <Select
                aria-label={`${text('department')}: ${member.name}`}
                style={{ width: '100%' }}
                value={member.department ?? ''}
                options={departments}
                onChange={(next) => void change(member, { department: next === '' ? null : next })}
              />
            ),
          },
          {
            title: text('status'),
            key: 'status',
            width: 100,
            render: (_, member) => <Status member={member} />,
          },
          {
            title: <span className="pw-hidden-text">{text('more')}</span>,
            key: 'act',
            width: 120,
            render: (_, member) => (
              <Button
                size="small"
                disabled={call.busy}
                onClick={() => void change(member, { active: !member.active })}
              >
                {member.active ? text('lockOut') : text('letIn')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
