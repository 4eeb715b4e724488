import type { CallLine } from './call-line.ts'

/** Calls of mails that are written from records. */
export const mailCalls = {
  getMailStart: {
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/records/:id/mails/start',
    hasBody: false,
  },
  sendRecordMail: { method: 'POST', path: '/api/w/:workspace/forms/:form/records/:id/mails', hasBody: true },
  addReceivedMail: {
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/mails/received',
    hasBody: true,
  },
  resendRecordMail: {
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/mails/:mail/again',
    hasBody: false,
  },
  deleteRecordMail: {
    method: 'DELETE',
    path: '/api/w/:workspace/forms/:form/records/:id/mails/:mail',
    hasBody: false,
  },
} satisfies Record<string, CallLine>
