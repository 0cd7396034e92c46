/** The steps in order. */
export const steps = ['business', 'hours', 'services', 'channels', 'knowledge', 'test', 'go-live'] as const
export type Step = (typeof steps)[number]

export const isStep = (text: string): text is Step => (steps as readonly string[]).includes(text)

export function stepAfter(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1]
}

export function stepBefore(step: Step): Step | undefined {
  return steps[steps.indexOf(step) - 1]
}
