import type { Values } from '@pipewright/contract'

export interface FormDraft {
  /** What was typed before, null when nothing is kept. */
  readonly draft: Values | null
  readonly keep: (values: Values) => void
  readonly forget: () => void
}

export function useFormDraft(_key: string, _storage: Storage | undefined): FormDraft {
  return { draft: null, keep: () => undefined, forget: () => undefined }
}
