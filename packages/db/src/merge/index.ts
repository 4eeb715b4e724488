export { mergeRecords, type MergeRequest } from './merge-records.ts'
export { mergedInto } from './merge-store.ts'
export { previewMerge, type MergePreview } from './preview-merge.ts'
