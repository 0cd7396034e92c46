/**
 * The time as the server has it. The clock of a device may be wrong by hours: by it a day would be another day, and a
 * conversation closed that is open.
 */

/** What an answer takes on its way, and what nobody sees. */
const tolerated = 60_000

let behind = 0

/** Told of the `Date` of every answer. */
export function heardTime(date: string | null): void {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return
  const difference = theirs - Date.now()
  behind = Math.abs(difference) > tolerated ? difference : 0
}

/** Milliseconds, as `Date.now()` would say by the server's clock. */
export function timeNow(): number {
  return Date.now() + behind
}
