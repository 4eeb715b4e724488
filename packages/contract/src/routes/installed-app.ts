import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { WorkspaceParams, closed } from '../shapes.ts'

const ManifestIcon = closed({
  src: Type.String(),
  type: Type.String(),
  sizes: Type.String(),
  purpose: Type.Optional(Type.Literal('maskable')),
})

/** What a browser needs to install the app of a workspace (W3C Web Application Manifest). */
export const WebManifest = closed({
  id: Type.String(),
  name: Type.String(),
  short_name: Type.String(),
  lang: Type.String(),
  start_url: Type.String(),
  scope: Type.String(),
  display: Type.Literal('standalone'),
  background_color: Type.String(),
  theme_color: Type.String(),
  icons: Type.Array(ManifestIcon),
  shortcuts: Type.Array(closed({ name: Type.String(), url: Type.String() })),
})
export type WebManifest = Static<typeof WebManifest>

export const installedAppRoutes = {
  getWebManifest: route({
    method: 'GET',
    path: '/api/w/:workspace/app.webmanifest',
    auth: 'member',
    summary: 'Name, icons and shortcuts of the app once it is installed on a device',
    params: WorkspaceParams,
    answer: WebManifest,
  }),
}
