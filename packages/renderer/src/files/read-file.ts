export interface FileContent {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** False: it goes on behind these bytes. */
  readonly isWhole: boolean
}

/** What a file holds, or its beginning: what is behind `most` bytes is not asked for any more. */
export async function readFile(
  url: string,
  most = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<FileContent> {
  const answer = await fetch(url, signal === undefined ? {} : { signal })
  if (!answer.ok || answer.body === null) throw new Error(`The file was not answered: ${answer.status}`)
  const reader = answer.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
    if (length > most) {
      await reader.cancel()
      break
    }
  }
  const bytes = new Uint8Array(Math.min(length, most))
  let at = 0
  for (const part of parts) {
    const fits = part.subarray(0, bytes.length - at)
    bytes.set(fits, at)
    at += fits.length
  }
  return { bytes, isWhole: length <= most }
}
