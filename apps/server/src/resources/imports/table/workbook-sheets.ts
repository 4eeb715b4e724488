import type { XmlHandler } from './xml-reader.ts'

interface Sheets {
  readonly handler: XmlHandler
  readonly relations: XmlHandler
  from1904(): boolean
  /** Parts of the sheets in the order of their tabs, those that are shown first. */
  parts(): string[]
}

/** Reads `workbook.xml` and its relations: which part holds which sheet. */
export function workbookSheets(): Sheets {
  const sheets: { relation: string; hidden: boolean }[] = []
  const targets = new Map<string, string>()
  let starts1904 = false
  const nothing = () => undefined
  return {
    handler: {
      open(name, attributes) {
        if (name === 'sheet')
          sheets.push({ relation: attributes['id'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? '') })
        if (name === 'workbookPr') starts1904 = /^(?:1|true)$/i.test(attributes['date1904'] ?? '')
      },
      text: nothing,
      close: nothing,
    },
    relations: {
      open(name, attributes) {
        if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
      },
      text: nothing,
      close: nothing,
    },
    from1904: () => starts1904,
    parts() {
      const shownFirst = sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden))
      return shownFirst.flatMap(({ relation }) => {
        const target = targets.get(relation)
        return target === undefined ? [] : [target.startsWith('/') ? target.slice(1) : `xl/${target}`]
      })
    },
  }
}
