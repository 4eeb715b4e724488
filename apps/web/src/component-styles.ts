/** Styles of components, each resolving when they have come or cannot come. */
export interface StylesUnderWay {
  /** For what stands around every page. */
  readonly frame: Promise<unknown>
  /** For what most pages draw. */
  readonly page: Promise<unknown>
}

const come = (link: HTMLLinkElement | undefined): Promise<unknown> =>
  new Promise((resolve) => {
    if (link === undefined) return resolve(undefined)
    link.addEventListener('load', resolve, { once: true })
    link.addEventListener('error', resolve, { once: true })
    link.rel = 'stylesheet'
  })

/**
 * Puts the styles of components to use, which the page only asked for so far so that something is painted before they are here.
 * The links stand before all others, where they give way to the app's own styles.
 */
export function componentStyles(page: Document): StylesUnderWay {
  const [frame, most, few] = page.querySelectorAll<HTMLLinkElement>('link[data-component-styles]')
  void come(few)
  return { frame: come(frame), page: come(most) }
}
