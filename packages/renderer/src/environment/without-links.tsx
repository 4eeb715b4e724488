import { useMemo, type ReactNode } from 'react'
import { RendererContext, useRenderer } from './use-renderer.ts'

/** Values inside something that is pressed as a whole: the records they name are no links of their own. */
export function WithoutLinks({ children }: { readonly children: ReactNode }) {
  const renderer = useRenderer()
  const plain = useMemo(() => {
    const { recordUrl: _, ...rest } = renderer
    return rest
  }, [renderer])
  return <RendererContext value={plain}>{children}</RendererContext>
}
