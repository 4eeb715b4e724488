import type { FastifyRequest } from 'fastify'

/** Where our pages live, as this caller sees it; the origin was held against ours before. */
export const originOf = ({ headers, protocol, host }: FastifyRequest): string =>
  headers.origin ?? `${protocol}://${host}`
