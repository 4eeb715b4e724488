export type PreviewKind = 'image' | 'pdf' | 'text' | 'audio' | 'video'

/**
 * How a file is shown, by the type that the server found in its content. Pages and drawings, which could run something, are
 * not among them: the server does not even keep them.
 */
const kinds: Readonly<Record<string, PreviewKind>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'application/pdf': 'pdf',
  'text/plain': 'text',
  'text/csv': 'text',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/wav': 'audio',
  'video/mp4': 'video',
  'video/quicktime': 'video',
}

/** Null: it can only be downloaded. */
export const previewKindOf = (type: string): PreviewKind | null =>
  Object.hasOwn(kinds, type) ? (kinds[type] ?? null) : null
