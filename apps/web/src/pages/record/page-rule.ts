/** Any text as a CSS string: everything but plain letters and digits is written as its number. */
const cssString = (text: string): string =>
  `"${Array.from(text, (sign) =>
    /[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  ).join('')}"`

/** A4 with whose paper it is and what it is at the head, and page numbers at the foot; nothing else of the page is printed. */
export const pageRule = (company: string, title: string): string => `
@page {
  size: A4;
  margin: 18mm 15mm 18mm;
  @top-left { content: ${cssString(company)}; font: 9pt sans-serif; color: #666 }
  @top-right { content: ${cssString(title)}; font: 9pt sans-serif; color: #666 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #666 }
}
@media print {
  html, body { height: auto; overflow: visible; background: none }
  body > :not(.print-desk) { display: none !important }
}
`
