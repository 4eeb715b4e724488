type Check = (head: Uint8Array) => boolean

const begins =
  (...bytes: readonly number[]): Check =>
  (head) =>
    bytes.every((byte, at) => head[at] === byte)
const says =
  (text: string, at = 0): Check =>
  (head) =>
    [...text].every((letter, offset) => head[at + offset] === letter.codePointAt(0))
const any =
  (...checks: readonly Check[]): Check =>
  (head) =>
    checks.some((check) => check(head))
const all =
  (...checks: readonly Check[]): Check =>
  (head) =>
    checks.every((check) => check(head))

const zip = begins(0x50, 0x4b)
const compound = begins(0xd0, 0xcf, 0x11, 0xe0)
const plain: Check = (head) => !head.includes(0) && !zip(head) && !says('%PDF')(head)
const openXml = 'application/vnd.openxmlformats-officedocument'

/** What may be kept, by the ending of its name, and how its content begins. */
const kinds: Readonly<Record<string, { readonly type: string; readonly fits: Check }>> = {
  png: { type: 'image/png', fits: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a) },
  jpg: { type: 'image/jpeg', fits: begins(0xff, 0xd8, 0xff) },
  jpeg: { type: 'image/jpeg', fits: begins(0xff, 0xd8, 0xff) },
  gif: { type: 'image/gif', fits: any(says('GIF87a'), says('GIF89a')) },
  webp: { type: 'image/webp', fits: all(says('RIFF'), says('WEBP', 8)) },
  heic: { type: 'image/heic', fits: says('ftyp', 4) },
  pdf: { type: 'application/pdf', fits: says('%PDF-') },
  docx: { type: `${openXml}.wordprocessingml.document`, fits: zip },
  xlsx: { type: `${openXml}.spreadsheetml.sheet`, fits: zip },
  pptx: { type: `${openXml}.presentationml.presentation`, fits: zip },
  doc: { type: 'application/msword', fits: compound },
  xls: { type: 'application/vnd.ms-excel', fits: compound },
  ppt: { type: 'application/vnd.ms-powerpoint', fits: compound },
  wps: { type: 'application/vnd.ms-works', fits: compound },
  odt: { type: 'application/vnd.oasis.opendocument.text', fits: zip },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', fits: zip },
  zip: { type: 'application/zip', fits: zip },
  txt: { type: 'text/plain', fits: plain },
  csv: { type: 'text/csv', fits: plain },
  mp3: { type: 'audio/mpeg', fits: any(says('ID3'), begins(0xff, 0xfb), begins(0xff, 0xf3)) },
  m4a: { type: 'audio/mp4', fits: says('ftyp', 4) },
  wav: { type: 'audio/wav', fits: all(says('RIFF'), says('WAVE', 8)) },
  mp4: { type: 'video/mp4', fits: says('ftyp', 4) },
  mov: { type: 'video/quicktime', fits: says('ftyp', 4) },
}

const ending = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** The type of a file by name and content together; why it is refused where they do not agree. */
export function fileType(name: string, head: Uint8Array): { type: string } | 'unknown' | 'mismatch' {
  const kind = Object.hasOwn(kinds, ending(name)) ? kinds[ending(name)] : undefined
  if (kind === undefined) return 'unknown'
  return kind.fits(head) ? { type: kind.type } : 'mismatch'
}

/** Shown in the page itself; everything else is only ever saved. */
export const isInline = (type: string): boolean =>
  type === 'image/png' || type === 'image/jpeg' || type === 'image/gif' || type === 'image/webp'
