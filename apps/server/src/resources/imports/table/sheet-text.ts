/** Characters that XML cannot hold are written _x000D_ in spreadsheets. */
export const sheetText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      )
    : text
