import type { LayoutScene } from '@pipewright/metadata'
import { useNarrow } from '@pipewright/ui'
import { useMemo } from 'react'
import { useRenderer } from './use-renderer.ts'

const nobody: readonly string[] = []

/** Who looks at a record, and on what, for choosing its layout. */
export function useLayoutScene(): Pick<LayoutScene, 'roles' | 'device'> {
  const { roles = nobody, device } = useRenderer()
  const narrow = useNarrow()
  const on = device ?? (narrow ? 'phone' : 'desktop')
  return useMemo(() => ({ roles, device: on }), [roles, on])
}
