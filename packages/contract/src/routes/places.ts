import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const key = '[a-z][a-z0-9_]{0,47}'

const PlacePath = Type.String({
  pattern: `^/(f/${key}(/${uuid}|\\?view=(${uuid}|${key}))?|d/${key}|[a-z][a-z-]{0,39})$`,
  description:
    'Address below the workspace: a list "/f/lead", a view "/f/lead?view=mine", a record "/f/lead/<id>", a dashboard "/d/sales", a page "/todo".',
})

const Place = closed({
  path: Type.String(),
  title: Nullable(
    Type.String({ description: 'Of a record or a saved view; null where the definition names the page.' }),
  ),
})

export const Places = closed({
  favourites: Type.Array(Place),
  recent: Type.Array(Place, { description: 'Records that the caller opened, the last one first.' }),
})
export type Places = Static<typeof Places>

const paths = Type.Optional(Type.Array(PlacePath, { maxItems: 200 }))

export const placeRoutes = {
  listPlaces: route({
    method: 'GET',
    path: '/api/w/:workspace/places',
    auth: 'member',
    summary: 'Favourites of the caller and what he opened last, as far as he may see it now',
    params: WorkspaceParams,
    answer: Places,
  }),
  changeFavourites: route({
    method: 'PUT',
    path: '/api/w/:workspace/favourites',
    auth: 'member',
    summary: 'Add favourites, take some out, or put them in another order',
    params: WorkspaceParams,
    body: closed({ add: paths, remove: paths, order: paths }),
    status: 204,
  }),
}
