import { chime } from '@frontdesk/shared/chime'

const pause = 2_000

/** Once, though several tabs hear of it, and though several things come together. */
export function chimeOnce(): void {
  void navigator.locks.request('fd-chime', { ifAvailable: true }, async (mine) => {
    if (!mine) return
    chime()
    await new Promise((done) => setTimeout(done, pause))
  })
}
