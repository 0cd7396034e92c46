/**
 * After what is being drawn is on screen, or a moment later: for what nobody waits for. Beginning a request takes so long
 * that ten of them would be felt.
 */
export function whenDrawn(): Promise<void> {
  return new Promise((go) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => go(), { timeout: 200 })
    else setTimeout(go, 50)
  })
}
