import { Component, type ReactNode } from 'react'

/** A part of the app that did not come: it was released anew since this tab was opened, or the network is away. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|importing a module script|preload/i.test(error.message)
}

/** Leaves out a part that did not come, and keeps the screen around it: the release notice offers to reload. */
export class PartBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (isMissingPart(error)) dispatchEvent(new Event('frontdesk:missing-part'))
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (isMissingPart(error)) return null
    throw error
  }
}
