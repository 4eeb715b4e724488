/** For a popover that may be wider than the room beside what opens it: it moves along instead of leaving the screen. */
export const keptOnScreen = {
  arrow: false,
  autoAdjustOverflow: { adjustY: 1, shiftX: true },
} as const
