import type { CallLine } from './call-line.ts'

/** Calls about the files and the kept matches of imports. */
export const importCalls = {
  addImportFiles: { method: 'POST', path: '/api/w/:workspace/imports/:id/files', hasBody: false },
  readImportAgain: { method: 'POST', path: '/api/w/:workspace/imports/:id/file', hasBody: false },
  exportRefusedRows: { method: 'POST', path: '/api/w/:workspace/imports/:id/refused', hasBody: true },
  listImportPresets: { method: 'GET', path: '/api/w/:workspace/forms/:form/import-presets', hasBody: false },
  saveImportPreset: { method: 'POST', path: '/api/w/:workspace/forms/:form/import-presets', hasBody: true },
  deleteImportPreset: { method: 'DELETE', path: '/api/w/:workspace/import-presets/:id', hasBody: false },
} as const satisfies Readonly<Record<string, CallLine>>
