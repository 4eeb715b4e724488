/** RFC 6901: where something stands in a definition. */
export type Segment = string | number

export const toPointer = (segments: readonly Segment[]): string =>
  segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
