import { useState } from 'react'
import { usePublicText } from './use-public-text.ts'

export interface PublicLogoProps {
  readonly url: string
  /** The name stands beside it, so that the picture only decorates. */
  readonly named: boolean
}

/** The picture of whose page this is; nothing where it cannot be had. */
export function PublicLogo({ url, named }: PublicLogoProps) {
  const t = usePublicText()
  const [lost, setLost] = useState('')
  if (lost === url) return null
  return <img className="public-logo" src={url} alt={named ? '' : t('logo')} onError={() => setLost(url)} />
}
