import type { BodyOf, Locale, ParamsOf, QueryOf, RouteName, Routes } from '@pipewright/contract'
import type { WorkspaceRef } from '@pipewright/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignedIn } from '../auth/signed-in.ts'
import type { MemberScene } from '../scene/member-scene.ts'

/** One request as a handler sees it: checked input of the contract, and who asks. */
export interface Call<N extends RouteName> {
  readonly params: ParamsOf<Routes[N]>
  readonly query: QueryOf<Routes[N]>
  readonly body: BodyOf<Routes[N]>
  /** The reader's language. */
  readonly locale: Locale
  /** The session, on a public route perhaps none. */
  readonly session: SignedIn | null
  /** The session; only on routes with auth `account` or `member`. */
  account(): SignedIn
  /** The workspace with the caller's rights; only on routes with auth `member`. */
  member(): MemberScene
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route, `signature` for whoever holds a signed address, from any page or program; without it the route is refused at start-up. */
    auth?: 'public' | 'account' | 'member' | 'signature'
    /** Content type of the body; without it the route takes none. */
    bodyKind?: 'json' | 'multipart'
    /** Name in the contract. */
    name?: RouteName
  }
  interface FastifyRequest {
    session: SignedIn | null
    member: MemberScene | null
    /** Of a public address: whose app a stranger works by, and which revision of it. */
    stranger: { readonly workspace: WorkspaceRef; readonly revision: number } | null
    /** It is done once more by another revision; what counts requests has counted it. */
    isRedone: boolean
  }
}

const missing = (what: string): never => {
  throw new Error(`The route does not declare the auth that gives a ${what}`)
}

export function callOf<N extends RouteName>(
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
): Call<N> {
  return {
    params: request.params as ParamsOf<Routes[N]>,
    query: request.query as QueryOf<Routes[N]>,
    body: request.body as BodyOf<Routes[N]>,
    locale,
    session: request.session,
    account: () => request.session ?? missing('session'),
    member: () => request.member ?? missing('workspace'),
    request,
    reply,
  }
}
