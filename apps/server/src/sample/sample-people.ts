import {
  insertDepartment,
  insertMembers,
  updateDepartment,
  type Connection,
  type WorkspaceRef,
} from '@pipewright/db'
import type { SampleFiles } from './read-sample.ts'

/** The id that each key of a sample got. */
export interface SamplePeople {
  readonly members: ReadonlyMap<string, string>
  readonly departments: ReadonlyMap<string, string>
  readonly departmentOf: ReadonlyMap<string, string | null>
}

export interface PeopleNeeds {
  readonly workspace: WorkspaceRef
  readonly files: SampleFiles
  readonly now: string
  readonly newId: () => string
}

/** Makes the departments and members of a sample. The members cannot sign in until somebody invites them. */
export async function installPeople(
  tx: Connection,
  { workspace, files, now, newId }: PeopleNeeds,
): Promise<SamplePeople> {
  const departmentRows = files.get('departments') ?? []
  const memberRows = files.get('members') ?? []
  const departments = new Map(departmentRows.map(({ key = '' }) => [key, newId()]))
  const members = new Map(memberRows.map(({ key = '' }) => [key, newId()]))
  const departmentId = (key: string | undefined) => departments.get(key ?? '') ?? null
  for (const { key, name = '', parent } of departmentRows)
    await insertDepartment(tx, workspace, {
      id: departmentId(key) ?? newId(),
      name,
      parent: departmentId(parent),
      manager: null,
    })
  await insertMembers(
    tx,
    workspace,
    memberRows.map(({ key = '', name = '', email = '', role = '', department }) => ({
      id: members.get(key) ?? newId(),
      account: null,
      name,
      email,
      department: departmentId(department),
      roles: [role],
      createdAt: now,
    })),
    { member: null, at: now },
  )
  for (const { key, name = '', parent, manager = '' } of departmentRows) {
    const id = departmentId(key) ?? ''
    await updateDepartment(tx, workspace, {
      id,
      name,
      parent: departmentId(parent),
      manager: members.get(manager) ?? null,
    })
  }
  const departmentOf = new Map(
    memberRows.map(({ key = '', department }) => [members.get(key) ?? '', departmentId(department)]),
  )
  return { members, departments, departmentOf }
}
