/** How days are written: the first is how they are shown, the others how they may be typed. */
export const dayFormats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'M/D/YYYY']
