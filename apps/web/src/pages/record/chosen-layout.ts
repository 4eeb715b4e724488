/** Key of a layout for paper; null is everything the form has, undefined what each record asks for by itself. */
export type ChosenLayout = string | null | undefined
