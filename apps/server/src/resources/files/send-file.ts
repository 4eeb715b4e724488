import type { StoredFile } from '@pipewright/db'
import type { FastifyReply } from 'fastify'
import { isInline } from './file-type.ts'

const quoted = (name: string): string => name.replaceAll(/[^\u0020-\u007E]|["\\%]/g, '_')
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  )

/** What a browser does with a file: it saves it under its name, or shows it. */
export const disposition = (kind: 'attachment' | 'inline', name: string): string =>
  `${kind}; filename="${quoted(name)}"; filename*=UTF-8''${encoded(name)}`

/** Headers under which nothing in a file can run in our pages (FI-02, FI-03). */
export function fileHeaders(
  reply: FastifyReply,
  { name, type }: Pick<StoredFile, 'name' | 'type'>,
): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', disposition(isInline(type) ? 'inline' : 'attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store')
}
