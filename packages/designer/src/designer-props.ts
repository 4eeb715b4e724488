import type { App } from '@pipewright/contract'
import type { Locale } from '@pipewright/metadata'
import type { RendererData } from '@pipewright/renderer'
import type { DesignerApi } from './designer-api.ts'

export interface DesignerProps {
  /** The published app as the builder sees it. */
  readonly app: App
  readonly api: DesignerApi
  /** Real records, for previews. */
  readonly records: RendererData
  readonly locale: Locale
  /** Key of the form that is open; the first one when null. */
  readonly form: string | null
  /** Key of a role to open in the roles editor. */
  readonly role: string | null
  /** A setting of the whole app to open at. */
  readonly setting?: 'currency' | undefined
  /** The table that the first form of an app without any is made from; null where it is yet to be chosen. */
  readonly firstTable?: File | null | undefined
  readonly onForm: (form: string) => void
  readonly onClose: () => void
  readonly onPublished: () => void
}
