import { localize, type ElementOf } from '@pipewright/metadata'
import { useRenderer } from '../../environment/use-renderer.ts'

/** A picture of the builder; without words it is only there to be seen. */
export function ImageElement({ element }: { readonly element: ElementOf<'image'> }) {
  const { locale, data } = useRenderer()
  const { file, height } = element
  if (file === undefined) return null
  return (
    <img
      className="pw-element-image"
      src={data.fileUrl(file)}
      alt={localize(element.alt, locale)}
      loading="lazy"
      style={height === undefined ? undefined : { maxHeight: height }}
    />
  )
}
