import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Instant, Key, WorkspaceParams, closed } from '../shapes.ts'

/** Records of a form whose calculated values still follow a change that very many records follow. */
export const Recalculation = closed({
  form: Key,
  left: Type.Integer({ description: 'Records that still show values from before the change.' }),
  failed: Type.Integer({ description: 'Records whose new values do not fit their fields.' }),
  since: Instant,
})
export type Recalculation = Static<typeof Recalculation>

export const recalculationRoutes = {
  listRecalculations: route({
    method: 'GET',
    path: '/api/w/:workspace/recalculations',
    auth: 'member',
    summary: 'Forms whose records are still being brought up to date after a change that very many follow',
    params: WorkspaceParams,
    answer: closed({ forms: Type.Array(Recalculation) }),
  }),
}
