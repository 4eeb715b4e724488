import type { Device } from '@pipewright/compiler'
import type { FastifyRequest } from 'fastify'

/** What the request says it is made on. Nobody has to say it: rules that ask are then set aside. */
export function deviceIn({ headers }: FastifyRequest): { readonly device?: Device } {
  const said = headers['x-device']
  return said === 'phone' || said === 'desktop' ? { device: said } : {}
}
