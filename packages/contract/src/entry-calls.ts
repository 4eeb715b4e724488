import type { CallLine } from './call-line.ts'

/** Calls while a record is entered, and that compare and merge records. */
export const entryCalls = {
  getFillLimit: { method: 'GET', path: '/api/w/:workspace/forms/:form/fill-limit', hasBody: false },
  getLastValues: { method: 'GET', path: '/api/w/:workspace/forms/:form/last-values', hasBody: false },
  calculateDraft: { method: 'POST', path: '/api/w/:workspace/forms/:form/calculate', hasBody: true },
  findTaken: { method: 'POST', path: '/api/w/:workspace/forms/:form/taken', hasBody: true },
  findMatches: { method: 'POST', path: '/api/w/:workspace/forms/:form/matches', hasBody: true },
  mergeRecords: {
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/merge',
    hasBody: true,
  },
  previewMerge: {
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/merge/preview',
    hasBody: true,
  },
  findMerged: { method: 'GET', path: '/api/w/:workspace/forms/:form/records/:id/merged', hasBody: false },
  findDuplicates: { method: 'GET', path: '/api/w/:workspace/forms/:form/duplicates', hasBody: false },
  tellApart: { method: 'POST', path: '/api/w/:workspace/forms/:form/told-apart', hasBody: true },
  tellTogether: { method: 'POST', path: '/api/w/:workspace/forms/:form/told-together', hasBody: true },
  listToldApart: { method: 'GET', path: '/api/w/:workspace/forms/:form/told-apart', hasBody: false },
  getTask: { method: 'GET', path: '/api/w/:workspace/todo/:id', hasBody: false },
} as const satisfies Readonly<Record<string, CallLine>>
