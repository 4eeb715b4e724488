export {
  deleteUnattachedFiles,
  findPicture,
  keepAsPicture,
  insertChunk,
  insertFile,
  readableFiles,
  readChunk,
  versionAfter,
  type NewFile,
  type StoredFile,
} from './file-store.ts'
export { fileVersions, type FileVersion } from './file-versions.ts'
export { deleteUnusedPictures } from './unused-pictures.ts'
