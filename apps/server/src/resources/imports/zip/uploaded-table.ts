import type { Services } from '../../../services.ts'
import { refuseTooLarge, type Upload } from '../../files/receive-upload.ts'
import type { ZippedFile } from './open-zip.ts'
import { tableIn, unpackAside, zipOfFiles } from './table-in-zip.ts'

/** The table of an upload, there until the work with it is done. */
export interface UploadedTable {
  readonly path: string
  /** What its member calls it; the zip where it lies in one. */
  readonly name: string
  /** Files that lie beside it in a zip; undefined where it came alone. */
  readonly beside: readonly ZippedFile[] | undefined
}

/** Works with the table that was uploaded, alone or in a zip. */
export async function withTable<T>(
  { limits }: Services,
  upload: Upload,
  work: (table: UploadedTable) => Promise<T>,
): Promise<T> {
  await using zip = await zipOfFiles(upload)
  const { name } = upload
  if (zip === undefined) {
    if (upload.bytes > limits.fileBytes) refuseTooLarge(limits.fileBytes)
    return await work({ path: upload.path, name, beside: undefined })
  }
  const table = tableIn(zip)
  await using aside = await unpackAside(table, limits.fileBytes)
  return await work({ path: aside.path, name, beside: zip.files.filter((file) => file !== table) })
}
