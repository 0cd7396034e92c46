/** A quarter of an hour is 15 pixels high. */
export function snap(y: number): number {
  return Math.round(y / 15) * 15
}
