/** How a run of text looks, in the order in which its tags are printed. */
export const richMarks = ['bold', 'italic', 'underline', 'strike', 'code'] as const
export type RichMark = (typeof richMarks)[number]

export interface RichText {
  readonly text: string
  readonly marks: readonly RichMark[]
  /** Where it leads; http, https, mailto or tel. */
  readonly href?: string
}

export type RichInline = RichText | { readonly lineBreak: true }

/** Rich text as a small tree: nothing else can be kept, so nothing else can be shown. */
export type RichBlock =
  | { readonly kind: 'paragraph'; readonly inline: readonly RichInline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inline: readonly RichInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly RichBlock[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly RichBlock[])[] }
  | { readonly kind: 'rule' }
