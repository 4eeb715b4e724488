import type { Entry } from 'yauzl'
import { cleanName } from '../../files/clean-name.ts'

const utf8Flag = 0x800
/** Info-ZIP's own field for a name in UTF-8 beside one in another encoding. */
const unicodePath = 0x7075

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The name as whoever packed it saw it: archives of Chinese computers hold GBK and do not say so. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const said = extraFields.find(({ id, data }) => id === unicodePath && data.length > 5)
  if (said !== undefined) return said.data.toString('utf8', 5)
  if ((generalPurposeBitFlag & utf8Flag) !== 0) return fileNameRaw.toString('utf8')
  return (
    decodedAs('utf-8', fileNameRaw) ?? decodedAs('gb18030', fileNameRaw) ?? fileNameRaw.toString('latin1')
  )
}

/** What computers put into archives by themselves. */
const isLitter = (parts: readonly string[]): boolean =>
  parts[0] === '__MACOSX' ||
  parts.some((part) => part.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(part))

/** The path of a file in a zip: text to find it by, never a place to write to. Undefined for folders and litter. */
export function entryPath(entry: Entry): string | undefined {
  const name = nameOf(entry)
  if (/[/\\]$/.test(name)) return undefined
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  if (parts.length === 0 || isLitter(parts)) return undefined
  return parts.map(cleanName).join('/')
}
