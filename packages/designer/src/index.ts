export { Designer } from './designer.tsx'
export type { DesignerApi } from './designer-api.ts'
export type { DesignerProps } from './designer-props.ts'
export { designerNamespace, designerTexts } from './texts/designer-texts.ts'
