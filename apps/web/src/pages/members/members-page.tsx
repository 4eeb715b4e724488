import { ErrorNotice, PageHeader, RowsSkeleton } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { DepartmentList } from './department-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberTable } from './member-table.tsx'
import { RoleList } from './role-list.tsx'

/** People, departments and roles of the workspace. */
export function MembersPage() {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const [inviting, invite] = useState(search.has('invite'))
  const workspace = app.workspace.key
  const key = ['members', workspace]
  const members = useQuery({
    queryKey: key,
    queryFn: () => client.call('listMembers', { params: { workspace } }),
    enabled: app.may.manageMembers,
  })
  const title = text('members')
  usePageTitle(title)
  if (!app.may.manageMembers) return <NotFoundPage />
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: key })
    void queries.invalidateQueries({ queryKey: ['app', workspace] })
  }
  const answer = members.data
  const items =
    answer === undefined
      ? []
      : [
          {
            key: 'members',
            label: text('membersTab'),
            children: <MemberTable answer={answer} onChanged={refresh} />,
          },
          {
            key: 'departments',
            label: text('departments'),
            children: <DepartmentList answer={answer} onChanged={refresh} />,
          },
          { key: 'roles', label: text('roles'), children: <RoleList /> },
        ]
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <Button type="primary" onClick={() => invite(true)} disabled={answer === undefined}>
            {text('invite')}
          </Button>
        }
      />
      <div className="page-body page-body-wide">
        {members.isPending && <RowsSkeleton />}
        {members.isError && <ErrorNotice problem={null} onRetry={() => void members.refetch()} />}
        {items.length > 0 && <Tabs items={items} />}
      </div>
      {inviting && answer !== undefined && (
        <InviteDialog answer={answer} onClose={() => invite(false)} onChanged={refresh} />
      )}
    </>
  )
}
