export {
  deleteUnattachedFiles,
  findPicture,
  keepAsPicture,
  insertChunk,
  insertFile,
  readableFiles,
  readChunk,
  type NewFile,
  type StoredFile,
} from './file-store.ts'
export { deleteUnusedPictures } from './unused-pictures.ts'
