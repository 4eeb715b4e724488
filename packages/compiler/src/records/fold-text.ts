/** How text is compared by the search: width, composition and case do not count. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()
