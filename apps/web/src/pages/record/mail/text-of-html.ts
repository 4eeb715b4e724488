const unread = 'script, style, head, title, template, noscript'
const blocks = 'p, div, tr, li, h1, h2, h3, h4, h5, h6, blockquote, pre, table, ul, ol'

/** The words of a page as plain text. The page is only parsed: nothing in it runs, and nothing is fetched for it. */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html.replaceAll(/\s+/gu, ' '), 'text/html')
  for (const gone of page.querySelectorAll(unread)) gone.remove()
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n')
  for (const block of page.querySelectorAll(blocks)) block.append('\n')
  return page.body.textContent
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}
