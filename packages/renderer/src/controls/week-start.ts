/** The day that weeks of calendars begin with, counted from Sunday as 0; null where nobody chose one. */
let chosen: number | null = null

/** Weeks of the workspace count from Monday as 1; 7 is Sunday here. */
export function setWeekStart(weekStart: number): void {
  chosen = weekStart % 7
}

export const chosenWeekStart = (): number | null => chosen
