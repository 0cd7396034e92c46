import { signal, useSignal, type Signal } from '@preact/signals'
import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { TAG, type Business, type Host, type Panel as PanelHandle, type WidgetElement } from '../host'
import { Composer } from './Composer'
import { hoursLine } from './hours'
import { spokenTag, tagOf } from './language'
import { Log } from './Log'
import { Menu } from './Menu'
import css from './panel.css?inline'
import { talk as newTalk, type Talk } from './talk'
import { panelTexts } from './texts'

interface Props {
  host: Host
  talk: Talk
  about: Signal<Business>
  locale: Signal<string>
  onLanguage(language: string): void
}

function Panel({ host, talk, about, locale, onLanguage }: Props) {
  const texts = panelTexts(locale.value)
  const standing = talk.standing.value
  const spoken = spokenTag(locale.value, standing?.language, talk.language)
  const byPerson = standing?.handler === 'person'
  const menu = useSignal<'list' | 'leave'>()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  function backToWriting() {
    menu.value = undefined
    field.current?.focus()
  }

  return (
    // Esc closes from wherever inside the focus is
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      class="panel"
      role="dialog"
      aria-label={about.value.name}
      data-testid="widget-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (menu.value) backToWriting()
        else host.close()
      }}
    >
      <header>
        <div>
          <h2>{about.value.name}</h2>
          <p>
            <span class="tag">{byPerson ? (standing.person ?? texts.member) : texts.assistant}</span>{' '}
            {byPerson ? texts.personAnswers : hoursLine(about.value, locale.value, texts)}
          </p>
        </div>
        <button
          type="button"
          aria-label={texts.menu}
          aria-expanded={menu.value !== undefined}
          onClick={() => (menu.value = menu.value ? undefined : 'list')}
        >
          <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
            <circle cx="5" cy="12" r="2" />
            <circle cx="12" cy="12" r="2" />
            <circle cx="19" cy="12" r="2" />
          </svg>
        </button>
        <button type="button" aria-label={texts.close} onClick={host.close}>
          <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {menu.value && (
        <Menu
          key={menu.value}
          talk={talk}
          texts={texts}
          locale={locale.value}
          name={about.value.name}
          first={menu.value}
          onLanguage={() => {
            backToWriting()
            onLanguage(locale.value.startsWith('it') ? 'en' : 'it')
          }}
          onDone={backToWriting}
        />
      )}
      <Log
        talk={talk}
        texts={panelTexts(spoken)}
        locale={spoken}
        pageLocale={locale.value}
        about={about.value}
        onLeave={() => (menu.value = 'leave')}
      />
      {!talk.connected.value && (
        <p class="offline" role="status">
          {texts.offline}
        </p>
      )}
      <Composer talk={talk} texts={texts} locale={locale.value} field={field} />
    </section>
  )
}

function mount(given: Host): PanelHandle {
  const host = { ...given, locale: tagOf(given.locale) }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  host.shadow.adoptedStyleSheets = [...host.shadow.adoptedStyleSheets, sheet]
  const talk = newTalk(host)
  const visible = signal(false)
  // outlive the panel, which goes when it is closed
  const about = signal(host.about)
  const locale = signal(host.locale)

  /** What the business says of itself comes from the server, in the language asked for. */
  async function speak(language: string) {
    const tag = tagOf(language)
    talk.keepLanguage(language)
    const answer = await fetch(host.api, { credentials: 'omit', headers: { 'Accept-Language': tag } }).catch(
      () => undefined,
    )
    if (answer?.ok) about.value = await answer.json()
    locale.value = tag
    host.shadow.getElementById('root')!.lang = tag
  }
  if (talk.language) void speak(talk.language)

  const panel = { host, talk, about, locale, onLanguage: (language: string) => void speak(language) }
  const Root = () => (visible.value ? <Panel {...panel} /> : null)
  render(<Root />, host.place)
  return {
    show() {
      visible.value = true
      talk.show(true)
      host.emit('open')
    },
    hide() {
      visible.value = false
      talk.show(false)
      host.emit('close')
    },
    identify({ identity, name, email, phone }) {
      if (identity) return void talk.identify(identity)
      // told to the business in the visitor's own words, because a page's word proves nothing
      const parts = [name, email, phone].filter(Boolean)
      if (parts.length > 0) talk.send(parts.join(', '))
    },
  }
}

document.querySelector<WidgetElement>(TAG)?.attach(mount)
