/** Two soft notes, made on the spot; a page that does not allow sound stays silent. */
export function chime() {
  try {
    const context = new AudioContext()
    const volume = context.createGain()
    volume.connect(context.destination)
    volume.gain.setValueAtTime(0.08, context.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.4)
    for (const [at, pitch] of [660, 880].entries()) {
      const note = context.createOscillator()
      note.frequency.value = pitch
      note.connect(volume)
      note.start(context.currentTime + at * 0.12)
      note.stop(context.currentTime + at * 0.12 + 0.3)
      if (at === 1) note.onended = () => void context.close()
    }
  } catch {
    // no sound here
  }
}
