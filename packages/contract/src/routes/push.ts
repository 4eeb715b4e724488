import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

export const PushDevice = closed({
  id: Id,
  endpoint: Type.String({ description: 'By it a browser knows which of the devices it is.' }),
  name: Type.String(),
  createdAt: Instant,
  sentAt: Nullable(Type.String({ description: 'When it was last told something.' })),
})
export type PushDevice = Static<typeof PushDevice>

const PushAnswer = closed({
  publicKey: Type.String({ description: 'What browsers subscribe with: P-256, base64url.' }),
  devices: Type.Array(PushDevice),
})
export type PushAnswer = Static<typeof PushAnswer>

const base = '/api/w/:workspace/push'
const Coded = Type.String({ pattern: '^[A-Za-z0-9_-]{16,100}$', description: 'base64url' })

export const pushRoutes = {
  getPush: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'On which devices I am told',
    params: WorkspaceParams,
    answer: PushAnswer,
  }),
  addPushDevice: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Tell me on this device too, by the push subscription of its browser',
    params: WorkspaceParams,
    body: closed({
      endpoint: Type.String({ minLength: 10, maxLength: 1000 }),
      p256dh: Coded,
      auth: Coded,
      name: Type.String({ minLength: 1, maxLength: 100 }),
    }),
    answer: PushAnswer,
  }),
  removePushDevice: route({
    method: 'DELETE',
    path: `${base}/:id`,
    auth: 'member',
    status: 204,
    summary: 'Tell me nothing on a device any more',
    params: ItemParams,
  }),
  testPushDevice: route({
    method: 'POST',
    path: `${base}/:id/test`,
    auth: 'member',
    summary: 'Send a device of mine a message to see whether it arrives',
    params: ItemParams,
    answer: closed({
      result: Type.Union([Type.Literal('sent'), Type.Literal('gone'), Type.Literal('failed')], {
        description: 'Gone: its browser takes no messages any more, so it is no device of mine now.',
      }),
    }),
  }),
}
