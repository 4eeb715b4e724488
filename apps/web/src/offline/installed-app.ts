import { useEffect } from 'react'

const isLink = (found: Element | null): found is HTMLLinkElement => found instanceof HTMLLinkElement

/** A device installs the workspace that is open, by its own name. */
export function useInstalledApp(workspace: string): void {
  useEffect(() => {
    const link = document.querySelector('link[rel=manifest]')
    if (!isLink(link)) return undefined
    const before = link.href
    // Only members are told of a workspace, so the cookie has to go along.
    link.crossOrigin = 'use-credentials'
    link.href = `/api/w/${workspace}/app.webmanifest`
    return () => {
      link.href = before
    }
  }, [workspace])
}
