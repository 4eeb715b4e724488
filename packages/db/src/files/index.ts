export {
  deleteUnattachedFiles,
  insertChunk,
  insertFile,
  readableFiles,
  readChunk,
  type NewFile,
  type StoredFile,
} from './file-store.ts'
