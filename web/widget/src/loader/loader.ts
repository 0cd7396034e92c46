import { brand } from '../brand'
import { storageKey, TAG, type Business, type EventName, type Host, type Panel, type WidgetElement } from '../host'
import css from './loader.css?inline'
import { launcherTexts } from './texts'

/**
 * `<script async src="https://…/widget.js" data-business="studio-aurora"></script>` puts the launcher on a page. The
 * panel comes when somebody is about to use it, or when a talk is saved. Settings: data-locale, data-theme (light, dark),
 * data-position (start, end), data-color (#rrggbb).
 */
type Command = 'open' | 'close' | 'hide' | 'show' | 'identify' | 'on'
type Frontdesk = ((command: Command, ...rest: unknown[]) => void) & { q?: [Command, ...unknown[]][] }

const ICON =
  'M12 3C6.5 3 2 6.8 2 11.4c0 2.6 1.4 4.9 3.6 6.4L5 21.5l4.2-2a12 12 0 0 0 2.8.3c5.5 0 10-3.8 10-8.4S17.5 3 12 3z'

const script = document.currentScript as HTMLScriptElement
const { business = '', locale, theme, position, color } = script.dataset
const base = script.src.replace(/\/widget\.js.*$/, '')
const api = `${base}/api/public/${encodeURIComponent(business)}`

/** The page's language, whatever the visitor's browser prefers. */
const language = () => locale || document.documentElement.lang || navigator.language

function hasSavedTalk() {
  try {
    return localStorage.getItem(storageKey(business)) !== null
  } catch {
    return false
  }
}

class Widget extends HTMLElement implements WidgetElement {
  #listeners: [EventName, (detail: unknown) => void][] = []
  #attached?: (mount: (host: Host) => Panel) => void
  #panel?: Promise<Panel>
  #root = document.createElement('div')
  #button = document.createElement('button')
  #dot = document.createElement('span')
  #isOpen = false

  constructor(private about: Business) {
    super()
    const shadow = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    shadow.adoptedStyleSheets = [sheet]
    const colors = brand(color)
    if (colors) {
      this.#root.style.setProperty('--brand', colors.color)
      this.#root.style.setProperty('--on-brand', colors.on)
    }
    this.#root.id = 'root'
    this.#root.lang = language()
    this.#root.dir = /^(ar|fa|he|ur)/.test(this.#root.lang) ? 'rtl' : 'ltr'
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const paint = () => this.#root.classList.toggle('dark', theme ? theme === 'dark' : dark.matches)
    dark.addEventListener('change', paint)
    paint()
    this.#root.classList.toggle('start', /start|left/.test(position ?? ''))
    this.#launcher()
    shadow.append(this.#root)
  }

  #launcher() {
    const button = this.#button
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', ICON)
    svg.setAttribute('viewBox', '0 0 24 24')
    svg.setAttribute('fill', 'currentColor')
    svg.setAttribute('aria-hidden', 'true')
    svg.append(path)
    button.id = 'launcher'
    button.type = 'button'
    button.setAttribute('aria-haspopup', 'dialog')
    this.#dot.id = 'dot'
    this.#dot.hidden = true
    button.append(svg, this.#dot)
    for (const about of ['pointerenter', 'focus', 'touchstart']) {
      button.addEventListener(about, () => void this.#load(), { once: true, passive: true })
    }
    button.addEventListener('click', () => this.toggle(!this.#isOpen))
    this.#root.append(button)
    this.#say()
  }

  #say() {
    const texts = launcherTexts(this.#root.lang)
    const words = this.#isOpen ? texts.close : texts.open
    this.#button.setAttribute('aria-label', this.#dot.hidden ? words : `${words}. ${texts.unread}`)
    this.#button.setAttribute('aria-expanded', String(this.#isOpen))
  }

  /** The panel's script calls this when it has arrived. */
  attach(mount: (host: Host) => Panel) {
    this.#attached?.(mount)
  }

  #load(): Promise<Panel> {
    return (this.#panel ??= new Promise((done, failed) => {
      this.#attached = (mount) => {
        const place = document.createElement('div')
        this.#root.prepend(place)
        done(
          mount({
            business,
            api,
            locale: this.#root.lang,
            about: this.about,
            shadow: this.shadowRoot!,
            place,
            emit: (event, detail) => this.#listeners.forEach(([name, listener]) => name === event && listener(detail)),
            unread: (count) => {
              this.#dot.hidden = count === 0
              this.#say()
            },
            close: () => this.toggle(false),
          }),
        )
      }
      const code = document.createElement('script')
      code.src = `${base}/widget/panel.js`
      if (script.nonce) code.nonce = script.nonce
      code.onerror = () => {
        this.#panel = undefined
        failed(new Error('The chat could not be loaded.'))
      }
      document.head.append(code)
    }))
  }

  async toggle(open: boolean) {
    if (open === this.#isOpen) return
    this.#isOpen = open
    this.#say()
    try {
      const panel = await this.#load()
      if (open !== this.#isOpen) return
      if (open) panel.show()
      else {
        panel.hide()
        this.#button.focus()
      }
    } catch {
      this.#isOpen = false
      this.#say()
    }
  }

  preload() {
    void this.#load()
  }

  async command(command: Command, ...rest: unknown[]) {
    if (command === 'open') await this.toggle(true)
    if (command === 'close') await this.toggle(false)
    if (command === 'hide' || command === 'show') this.hidden = command === 'hide'
    if (command === 'on') this.#listeners.push([rest[0] as EventName, rest[1] as (detail: unknown) => void])
    if (command === 'identify') (await this.#load()).identify(rest[0] as object)
  }
}

async function start() {
  const page = window as unknown as { Frontdesk?: Frontdesk }
  const queue = page.Frontdesk?.q ?? []
  page.Frontdesk = Object.assign((...command: [Command, ...unknown[]]) => void queue.push(command), { q: queue })
  const answer = await fetch(api, { credentials: 'omit', headers: { 'Accept-Language': language() } })
  // refused here, or nobody of this name: a page must not show a chat that nobody answers
  if (!answer.ok) return console.warn(`Frontdesk: no chat for "${business}" on this page (${answer.status}).`)
  if (customElements.get(TAG)) return
  customElements.define(TAG, Widget)
  const widget = new Widget(await answer.json())
  if (!document.body) await new Promise((done) => addEventListener('DOMContentLoaded', done))
  document.body.append(widget)
  page.Frontdesk = (...command) => void widget.command(...command)
  queue.forEach((command) => void widget.command(...command))
  if (hasSavedTalk()) widget.preload()
}

start().catch(() => addEventListener('online', () => void start(), { once: true }))
