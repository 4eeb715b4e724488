/** A province, city or district of China with its code of GB/T 2260. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly children: readonly Division[]
}

let provided: readonly Division[] | undefined

/** Hands in `@pipewright/compiler/divisions`; before that, names of divisions are taken as they are. */
export function provideDivisions(provinces: readonly Division[]): void {
  provided = provinces
}

/** The provinces; undefined where nobody has provided them: in the browser until an address is first entered. */
export const findDivisions = (): readonly Division[] | undefined => provided

const endings = /(特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|地区|省|市|盟)$/u

/** What people leave out: 广东 for 广东省. */
export const shortName = ({ name }: Division): string => {
  const short = name.replace(endings, '')
  return short.length >= 2 ? short : name
}

export const divisionNamed = (
  divisions: readonly Division[],
  name: string | null | undefined,
): Division | undefined =>
  divisions.find((one) => one.name === name) ?? divisions.find((one) => shortName(one) === name)
