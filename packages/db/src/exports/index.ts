export type { ExportError, ExportJob } from './export-job.ts'
export { exportRows, type PlannedExport } from './export-rows.ts'
export {
  abandonedExports,
  beginExport,
  countExport,
  dropExport,
  endExport,
  findExport,
  forgetExports,
  insertExport,
  keepPiece,
  leaveExport,
  listExports,
  readPiece,
} from './export-store.ts'
