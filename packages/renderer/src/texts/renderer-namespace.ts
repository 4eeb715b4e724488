/** i18next namespace of this package. */
export const rendererNamespace = 'renderer'
