export { alikeTold, type AlikeTold } from './alike-told.ts'
export { checkImport, type JobHost } from './check-import.ts'
export { decideRows, forgetDecisions, type RowDecisions } from './decide-rows.ts'
export { readDiffering } from './differing-rows.ts'
export { FileFinder } from './file-finder.ts'
export {
  describeFiles,
  dropImportFiles,
  insertImportFile,
  readFilesTold,
  readImportFiles,
  type FilesTold,
  type ImportFile,
} from './import-files.ts'
export { commitImport } from './commit-import.ts'
export { abandonedImports, dropStagedRows } from './held-job.ts'
export type {
  FileColumn,
  FileRow,
  ImportError,
  ImportJob,
  ImportState,
  ReadAs,
  RowProblem,
} from './import-job.ts'
export {
  describeImport,
  findImport,
  insertImport,
  listImports,
  previewRows,
  readNotedRows,
  stageRows,
  type NewImport,
} from './import-store.ts'
export {
  cancelImport,
  failImport,
  goOnImporting,
  startChecking,
  startImporting,
  startReading,
} from './import-states.ts'
export { onlyCreates, type ImportWrites } from './import-writes.ts'
export { pageRows, type RowsShown } from './page-rows.ts'
export { readRefusedRows, type RefusedRow } from './refused-rows.ts'
export { missingRecords, refusedMissing, titleNamed } from './missing-records.ts'
export type { SharedTitles } from './shared-titles.ts'
export { suggestMatches } from './suggest-match.ts'
export { deletePreset, listPresets, savePreset, type ImportPreset } from './presets.ts'
export { previewTitles, targetTitles } from './preview-titles.ts'
export { unclearNames, type UnclearName } from './unclear-names.ts'
export { readTexts, type ReadTexts } from './read-texts.ts'
export { readItemRows, type ReadItemRows } from './read-items.ts'
