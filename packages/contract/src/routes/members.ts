import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, Key, WorkspaceParams, closed } from '../shapes.ts'

export const Member = closed({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  department: Type.Union([Id, Type.Null()]),
  roles: Type.Array(Key),
  active: Type.Boolean(),
  signedUp: Type.Boolean(),
})
export type Member = Static<typeof Member>

export const MemberEvent = closed({
  id: Type.String(),
  at: Instant,
  author: Type.Union([Id, Type.Null()], { description: 'Null: came with the sample data.' }),
  given: Type.Array(Key, { description: 'Roles, also such as are gone meanwhile.' }),
  taken: Type.Array(Key),
  active: Type.Union([Type.Boolean(), Type.Null()], {
    description: 'Let in or locked out; null where that stayed.',
  }),
})
export type MemberEvent = Static<typeof MemberEvent>

export const Department = closed({
  id: Id,
  name: Type.String(),
  parent: Type.Union([Id, Type.Null()]),
  manager: Type.Union([Id, Type.Null()]),
})
export type Department = Static<typeof Department>

const DepartmentBody = closed({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  parent: Type.Union([Id, Type.Null()]),
  manager: Type.Union([Id, Type.Null()]),
})
const base = '/api/w/:workspace'

export const memberRoutes = {
  listMembers: route({
    method: 'GET',
    path: `${base}/members`,
    auth: 'member',
    summary: 'Members and departments',
    params: WorkspaceParams,
    answer: closed({
      members: Type.Array(Member),
      departments: Type.Array(Department),
      roles: Type.Array(
        closed({ key: Key, label: Type.Unsafe<{ en?: string; zh?: string }>({ type: 'object' }) }),
      ),
    }),
  }),
  inviteMember: route({
    method: 'POST',
    path: `${base}/members`,
    auth: 'member',
    status: 201,
    summary: 'Invite somebody; answers the link to send',
    params: WorkspaceParams,
    body: closed({
      email: Type.String({ maxLength: 254 }),
      roles: Type.Array(Key, { minItems: 1, maxItems: 20 }),
      department: Type.Union([Id, Type.Null()]),
    }),
    answer: closed({ member: Member, link: Type.String() }),
  }),
  updateMember: route({
    method: 'PATCH',
    path: `${base}/members/:id`,
    auth: 'member',
    summary: 'Change roles, department, or lock out',
    params: ItemParams,
    body: closed({
      roles: Type.Optional(Type.Array(Key, { maxItems: 20 })),
      department: Type.Optional(Type.Union([Id, Type.Null()])),
      active: Type.Optional(Type.Boolean()),
    }),
    answer: Member,
  }),
  listMemberEvents: route({
    method: 'GET',
    path: `${base}/members/:id/events`,
    auth: 'member',
    summary: 'Which roles a member was given and lost, by whom and when, newest first',
    params: ItemParams,
    answer: closed({
      events: Type.Array(MemberEvent),
      more: Type.Boolean({ description: 'There are older ones than are listed.' }),
    }),
  }),
  createDepartment: route({
    method: 'POST',
    path: `${base}/departments`,
    auth: 'member',
    status: 201,
    summary: 'Add a department',
    params: WorkspaceParams,
    body: DepartmentBody,
    answer: Department,
  }),
  updateDepartment: route({
    method: 'PUT',
    path: `${base}/departments/:id`,
    auth: 'member',
    summary: 'Change a department',
    params: ItemParams,
    body: DepartmentBody,
    answer: Department,
  }),
  deleteDepartment: route({
    method: 'DELETE',
    path: `${base}/departments/:id`,
    auth: 'member',
    summary: 'Remove an empty department',
    params: ItemParams,
    status: 204,
  }),
}
