import type { SessionPlace } from '@pipewright/db'
import type { FastifyRequest } from 'fastify'

const longest = 300

/** Where a request comes from: its browser in its own words, cut, and its address. */
export const placeOf = ({ headers, ip }: FastifyRequest): SessionPlace => ({
  agent: (headers['user-agent'] ?? '').slice(0, longest),
  address: ip,
})
