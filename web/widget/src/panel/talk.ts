import { chime } from '@frontdesk/shared/chime'
import { computed, signal } from '@preact/signals'
import type { Host } from '../host'
import { chatApi, Refused, type Attachment, type Message, type Standing } from './api'
import { Outbox, type Outcome, type Waiting } from './outbox'
import type { ServerEvent } from './sse'
import { store, type Saved } from './store'

const LONGEST_PAUSE = 30_000
const UNDER_WAY = new Set(['reading', 'searching', 'found', 'acting', 'generating', 'typing'])
/** How long a stage is shown when nothing more is heard of it. */
const STAGE_LASTS = 30_000

const pause = (ms: number) =>
  new Promise<void>((done) => {
    const timer = setTimeout(go, ms)
    function go() {
      clearTimeout(timer)
      removeEventListener('online', go)
      done()
    }
    addEventListener('online', go)
  })

const patience = (attempt: number) => pause(Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt))

/** The page's own mistake, told to whoever builds it; the visitor writes unknown. */
function refusedIdentity(problem: unknown) {
  const refused = problem instanceof Refused && problem.status === 403
  if (refused) console.warn('Frontdesk: the identity is not signed with this chat’s secret, or has expired.')
  return refused
}

/** One visitor's talk with one business: what was said, what waits, what is going on. */
export function talk(host: Host) {
  const api = chatApi(host.api)
  const kept = store(host.business)
  const before = kept.read()

  const messages = signal<Message[]>([])
  const waiting = signal<Waiting[]>(before?.waiting ?? [])
  const stage = signal('')
  const connected = signal(true)
  const shown = signal(false)
  const seen = signal(before?.seen)
  const standing = signal<Standing>()
  const sound = signal(before?.sound ?? false)
  const unread = computed(() => {
    const from = messages.value.findIndex((each) => each.id === seen.value)
    return messages.value.slice(from + 1).filter((each) => each.author !== 'contact').length
  })

  const files = new Map<string, Promise<string>>()

  let token = before?.token ?? ''
  let language = before?.language
  let identity: string | undefined
  let session: Promise<string> | undefined
  let listening: AbortController | undefined
  let lastId: string | undefined
  let stageEnds = 0

  const outbox = new Outbox({ post, changed, patience }, waiting.value)

  function keep() {
    if (token || waiting.value.length > 0) {
      const saved: Saved = { token, waiting: waiting.value, seen: seen.value, sound: sound.value, language }
      kept.write(saved)
    }
  }

  function changed(now: Waiting[]) {
    waiting.value = now
    keep()
  }

  async function post(message: Waiting): Promise<Outcome> {
    try {
      const own = await sessionToken()
      // before it is sent, so that not even the first answer is at work unseen
      listen()
      const id = await api.send(own, message)
      const { text, file } = message
      put({ id, author: 'contact', text, at: new Date().toISOString(), attachments: file && [file] })
      connected.value = true
      return 'taken'
    } catch (problem) {
      if (!(problem instanceof Refused)) connected.value = false
      else if (problem.status === 401) token = ''
      else if (problem.status < 500 && problem.status !== 429 && problem.status !== 408) return 'refused'
      return 'later'
    }
  }

  async function sessionToken() {
    if (token) return token
    session ??= open().finally(() => (session = undefined))
    token = await session
    lastId = undefined
    keep()
    return token
  }

  async function open() {
    try {
      return await api.newSession(identity)
    } catch (problem) {
      if (!identity || !refusedIdentity(problem)) throw problem
      identity = undefined
      return api.newSession()
    }
  }

  function add(message: Message) {
    // what is on its way stands in the log already; it is taken over when the server has answered
    if (message.author === 'contact' && waiting.value.some((each) => each.text === message.text)) return
    put(message)
    if (message.author !== 'contact') setStage('')
    look()
  }

  function put(message: Message) {
    // whoever writes opens a closed talk again
    if (message.author === 'contact' && standing.value?.status === 'closed') {
      standing.value = { ...standing.value, status: 'open', rating: undefined }
    }
    const all = messages.value
    const same = all.findIndex((each) => each.id === message.id)
    messages.value = same < 0 ? [...all, message] : all.with(same, message)
  }

  function setStage(now: string) {
    clearTimeout(stageEnds)
    stage.value = UNDER_WAY.has(now) ? now : ''
    if (stage.value) stageEnds = window.setTimeout(() => (stage.value = ''), STAGE_LASTS)
  }

  async function catchUp(own: string) {
    const [all, now] = await Promise.all([api.messages(own), api.standing(own)])
    standing.value = now
    const known = new Set(all.map((each) => each.id))
    // what was taken a moment ago may not be in the list yet
    messages.value = [...all, ...messages.value.filter((each) => !known.has(each.id))]
    look()
  }

  /** The answer itself does not say in which language it is. */
  async function learnLanguage(own: string) {
    const { language } = await api.standing(own).catch(() => ({}) as Standing)
    if (language && standing.value) standing.value = { ...standing.value, language }
  }

  function listen() {
    if (listening || !token) return
    const control = (listening = new AbortController())
    void (async () => {
      for (let attempt = 0; !control.signal.aborted; attempt++) {
        const own = token
        try {
          // caught up once the stream is open: what is said in between is in the one or the other
          const opened = async () => {
            await catchUp(own)
            connected.value = true
          }
          await api.listen(own, lastId, control.signal, opened, (event) => {
            attempt = 0
            heard(event, own)
          })
        } catch (problem) {
          if (control.signal.aborted) return
          if (problem instanceof Refused && problem.status === 401) {
            // the talk is over on the server's side; what is on screen stays until the visitor writes again
            token = ''
            listening = undefined
            return
          }
          connected.value = problem instanceof Refused
        }
        setStage('')
        await patience(attempt)
      }
    })()
  }

  function heard(event: ServerEvent, own: string) {
    lastId = event.id ?? lastId
    const data = event.data ? JSON.parse(event.data) : {}
    if (event.event === 'message') {
      add(data)
      if (data.author !== 'contact') {
        host.emit('message', { author: data.author, text: data.text })
        void learnLanguage(own)
        if (sound.value) chime()
      }
    } else if (event.event === 'standing') standing.value = data
    else if (event.event === 'stage') setStage(data.stage ?? '')
    else if (event.event === 'typing') setStage('typing')
    else if (event.event === 'handoff') {
      setStage('')
      host.emit('handoff')
    } else if (event.event === 'resync') void catchUp(own).catch(() => undefined)
  }

  /** What is on the screen counts as seen. */
  function look() {
    const last = messages.value.at(-1)
    if (shown.value && last && last.id !== seen.value) {
      seen.value = last.id
      keep()
    }
    host.unread(shown.value ? 0 : unread.value)
  }

  addEventListener('online', () => {
    void outbox.run()
    listen()
  })
  if (token) listen()
  void outbox.run()

  return {
    messages,
    waiting,
    stage,
    connected,
    standing,
    sound,
    /** Who the page says is signed in; believed when its server has signed it. */
    async identify(signed: string) {
      identity = signed
      if (!token) return
      try {
        await api.identify(token, signed)
      } catch (problem) {
        refusedIdentity(problem)
      }
    },
    /** Whether the server has taken it. */
    async rate(score: number, comment?: string) {
      try {
        await api.rate(token, score, comment)
        standing.value = { ...standing.value!, rating: score }
        return true
      } catch {
        return false
      }
    },
    get language() {
      return language
    },
    keepLanguage(chosen: string) {
      language = chosen
      keep()
    },
    toggleSound() {
      sound.value = !sound.value
      if (sound.value) chime()
      keep()
    },
    send(text: string, file?: Attachment) {
      const clientId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`
      outbox.add({ clientId, text, at: new Date().toISOString(), file })
    },
    /** Hands over a file that is sent with the next message. */
    async upload(file: File, locale: string) {
      try {
        return await api.upload(await sessionToken(), file, locale)
      } catch (problem) {
        if (!(problem instanceof Refused) || problem.status !== 401) throw problem
        token = ''
        return api.upload(await sessionToken(), file, locale)
      }
    },
    /** An address in this page alone, good as long as it is open. */
    file(id: string) {
      const known = files.get(id) ?? api.file(token, id).then((content) => URL.createObjectURL(content))
      files.set(id, known)
      known.catch(() => files.delete(id))
      return known
    },
    drop: (clientId: string) => outbox.drop(clientId),
    /** A new talk; the old one stays with the business. */
    restart() {
      listening?.abort()
      listening = undefined
      token = ''
      lastId = undefined
      seen.value = undefined
      messages.value = []
      standing.value = undefined
      setStage('')
      outbox.clear()
      kept.clear()
      look()
    },
    show(visible: boolean) {
      shown.value = visible
      look()
    },
  }
}

export type Talk = ReturnType<typeof talk>
