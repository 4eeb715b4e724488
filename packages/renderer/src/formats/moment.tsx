import { useRenderer } from '../environment/use-renderer.ts'
import { formatDateTime } from './date-format.ts'

/** An instant as the member's clock shows it. */
export function Moment(props: { readonly at: string }) {
  const { locale, zone } = useRenderer()
  return <time dateTime={props.at}>{formatDateTime(props.at, locale, zone)}</time>
}
