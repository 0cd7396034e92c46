import type { Schema } from '@frontdesk/shared/api'

/** What the server says about the business; what the widget looks like is said by the page around it. */
export type Business = Schema<'PublicBusiness'>

/** What the page around the widget may listen to. */
export type EventName = 'open' | 'close' | 'message' | 'handoff'

/** What the loader gives to the panel. */
export interface Host {
  business: string
  /** Where the business's public calls go, without a slash at the end. */
  api: string
  locale: string
  about: Business
  shadow: ShadowRoot
  place: HTMLElement
  emit(event: EventName, detail?: unknown): void
  unread(count: number): void
  close(): void
}

/** What the panel gives to the loader. */
export interface Panel {
  show(): void
  hide(): void
  identify(who: { identity?: string; name?: string; email?: string; phone?: string }): void
}

export interface WidgetElement extends HTMLElement {
  attach(mount: (host: Host) => Panel): void
}

export const TAG = 'frontdesk-widget'

export const storageKey = (business: string) => `frontdesk:${business}`
