import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'

/** What the form is for and how it is filled in, before its fields. */
export function FormIntro({ form }: { readonly form: Form | undefined }) {
  const { locale } = useRenderer()
  const text = localize(form?.description, locale)
  return text === '' ? null : <p className="pw-form-intro">{text}</p>
}
