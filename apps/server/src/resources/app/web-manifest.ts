import { maskDefinition } from '@pipewright/compiler'
import type { Locale, WebManifest } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

/** As many as a launcher shows beside the to-do list. */
const mostForms = 3

const words = {
  todo: { en: 'To do', zh: '待办' },
  make: { en: (form: string) => `New ${form}`, zh: (form: string) => `新建${form}` },
} as const

const png = (name: string, size: number) => ({
  src: `/icons/${name}-${size}.png`,
  type: 'image/png',
  sizes: `${size}x${size}`,
})
const icons: WebManifest['icons'] = [
  { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
  ...[192, 512].map((size) => png('app', size)),
  ...[192, 512].map((size) => ({ ...png('app-maskable', size), purpose: 'maskable' as const })),
]

/** Forms that are written on the way: those with quick entry, in the order of the navigation. */
function formsOnTheWay({ navigation, forms }: AppDefinition, { rights }: MemberScene) {
  const keys = navigation.flatMap(({ items }) => items.filter(({ type }) => type === 'form'))
  return keys
    .flatMap(({ key }) => forms.filter((form) => form.key === key))
    .filter(({ key, layout }) => rights.forms[key]?.create === true && (layout.quickCreate ?? []).length > 0)
    .slice(0, mostForms)
}

function shortcuts(scene: MemberScene, root: string, locale: Locale): WebManifest['shortcuts'] {
  const definition = maskDefinition(scene.app.definition, scene.rights)
  return [
    { name: words.todo[locale], url: `${root}/todo` },
    ...formsOnTheWay(definition, scene).map(({ key, label }) => ({
      name: words.make[locale](localize(label, locale)),
      url: `${root}/f/${key}/new`,
    })),
  ]
}

/** The app of a workspace as a device installs it: by its own name, with the ways in that the member uses. */
export function registerWebManifest(app: FastifyInstance): void {
  register(app, 'getWebManifest', ({ member, locale, reply }): WebManifest => {
    const scene = member()
    const { key, name } = scene.workspace
    const root = `/w/${key}`
    void reply.type('application/manifest+json; charset=utf-8')
    return {
      id: root,
      name,
      short_name: name,
      lang: locale,
      start_url: root,
      scope: '/',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#2f54eb',
      icons,
      shortcuts: shortcuts(scene, root, locale),
    }
  })
}
