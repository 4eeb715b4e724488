const signs: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replaceAll(/[&"<>]/g, (sign) => signs[sign] ?? sign)

/** What a website puts into its page to show a public form; its title is read out to those who do not see it. */
export const frameCode = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" style="width:100%;height:720px;border:0"></iframe>`
