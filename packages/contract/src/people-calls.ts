import type { CallLine } from './call-line.ts'

/** Calls about members and departments, and about what members arrange for themselves. */
export const peopleCalls = {
  listMembers: { method: 'GET', path: '/api/w/:workspace/members', hasBody: false },
  inviteMember: { method: 'POST', path: '/api/w/:workspace/members', hasBody: true },
  updateMember: { method: 'PATCH', path: '/api/w/:workspace/members/:id', hasBody: true },
  createDepartment: { method: 'POST', path: '/api/w/:workspace/departments', hasBody: true },
  updateDepartment: { method: 'PUT', path: '/api/w/:workspace/departments/:id', hasBody: true },
  deleteDepartment: { method: 'DELETE', path: '/api/w/:workspace/departments/:id', hasBody: false },
  listMemberEvents: { method: 'GET', path: '/api/w/:workspace/members/:id/events', hasBody: false },
  foldInView: { method: 'PUT', path: '/api/w/:workspace/forms/:form/views/:view/folded', hasBody: true },
} as const satisfies Readonly<Record<string, CallLine>>
