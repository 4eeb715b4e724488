import type { CallLine } from './call-line.ts'

/** Calls of those who come in again, and of what is one's own. */
export const accountCalls = {
  askForReset: { method: 'POST', path: '/api/reset', hasBody: true },
  getReset: { method: 'GET', path: '/api/reset/:token', hasBody: false },
  resetPassword: { method: 'POST', path: '/api/reset/:token', hasBody: true },
  makeResetLink: { method: 'POST', path: '/api/w/:workspace/members/:id/reset-link', hasBody: true },
  confirmPassword: { method: 'POST', path: '/api/session/confirm', hasBody: true },
  listSessions: { method: 'GET', path: '/api/sessions', hasBody: false },
  endSession: { method: 'DELETE', path: '/api/sessions/:id', hasBody: false },
  endOtherSessions: { method: 'DELETE', path: '/api/sessions', hasBody: false },
} as const satisfies Readonly<Record<string, CallLine>>
