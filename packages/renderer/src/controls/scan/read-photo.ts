import { drawForReading, loadCodeReader, plainCode } from './code-reader.ts'

/** What the code in a photo says; null where none can be read. */
export async function readPhoto(photo: File): Promise<string | null> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (picture === null) return null
  const canvas = document.createElement('canvas')
  const isDrawn = drawForReading(canvas, picture, picture.width, picture.height)
  picture.close()
  if (!isDrawn) return null
  const reader = await loadCodeReader()
  const code = plainCode((await reader(canvas)) ?? '')
  return code === '' ? null : code
}
