import helmet from '@fastify/helmet'
import { fastify, type FastifyInstance } from 'fastify'

const self = ["'self'"]

interface Pages {
  readonly https: boolean
  /** Where maps come from that are fetched elsewhere: pictures may come from that host too, and from no other. */
  readonly tiles?: string | undefined
}

/** Of the answer itself, and none of helmet's. */
const ownOfAnswer = new Set(['connection', 'content-length', 'content-type', 'date'])

/** What helmet sends with every answer. It would work that out anew for each, so it is asked once. */
async function headersOfHelmet({ https, tiles }: Pages): Promise<readonly (readonly [string, string])[]> {
  const asked = fastify()
  await asked.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: [...self, "'unsafe-inline'"],
        imgSrc: [...self, 'data:', 'blob:', ...(tiles === undefined ? [] : [new URL(tiles).origin])],
        // Recordings are played from what was fetched of them.
        mediaSrc: [...self, 'blob:'],
        fontSrc: [...self, 'data:'],
        workerSrc: [...self, 'blob:'],
        objectSrc: ["'none'"],
        baseUri: self,
        formAction: self,
        frameAncestors: ["'none'"],
      },
    },
    hsts: https ? { maxAge: 365 * 24 * 3600 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  const { headers } = await asked.inject('/')
  await asked.close()
  return Object.entries(headers).flatMap(([name, value]) =>
    ownOfAnswer.has(name) || value === undefined ? [] : [[name, String(value)] as const],
  )
}

/** What browsers may do with our pages (OP-16). Inline scripts never run; the component library needs inline styles. */
export async function sendSecurityHeaders(app: FastifyInstance, pages: Pages): Promise<void> {
  const fixed = await headersOfHelmet(pages)
  app.addHook('onRequest', (request, reply, done) => {
    // On the response itself, so that streams that are written past the framework carry them too.
    for (const [name, value] of fixed) reply.raw.setHeader(name, value)
    void reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(self)')
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    done()
  })
}
