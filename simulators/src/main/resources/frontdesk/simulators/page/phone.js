const $ = (id) => document.getElementById(id)

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })
  const json = answer.status === 204 ? {} : await answer.json()
  $('problem').textContent = answer.ok ? '' : json.error
  return json
}

function element(tag, text, className) {
  const made = document.createElement(tag)
  if (text) made.textContent = text
  if (className) made.className = className
  return made
}

const customer = () => ($('bsuid').checked ? 'US.' + digits() : digits())
const digits = () => $('from').value.replace(/\D/g, '')
const chat = () => `/control/whatsapp/chats/${encodeURIComponent($('number').value)}/${encodeURIComponent(customer())}`

async function say(content) {
  const sender = $('bsuid').checked ? { bsuidOnly: true, userId: customer() } : { from: digits() }
  const context = answered && { context: { from: $('number').value, id: answered.id } }
  quote()
  await call('POST', '/control/whatsapp/messages', {
    phoneNumberId: $('number').value,
    name: $('name').value,
    wait: false,
    ...sender,
    ...context,
    ...content,
  })
  await refresh()
}

// ── the chat ──

const TICKS = { accepted: '…', sent: '✓', delivered: '✓✓', read: '✓✓ read', failed: 'not delivered' }
let shown = ''

async function refresh() {
  if (!$('number').value) return
  const now = await call('GET', chat())
  $('presence').textContent = now.typing ? 'typing…' : ''
  const key = chat() + now.version
  if (key === shown || !now.bubbles) return
  shown = key
  $('log').replaceChildren(...now.bubbles.map(bubble))
  $('log').scrollTop = $('log').scrollHeight
  if ($('reads').checked && now.bubbles.some((each) => each.from === 'business' && each.status === 'delivered')) {
    await call('POST', chat() + '/read')
  }
}

function bubble({ id, from, message, status, at }, _, all) {
  const made = element('div', '', `bubble ${from} ${status}`)
  made.dir = 'auto'
  const quoted = message.context?.message_id ?? message.context?.id
  if (quoted) made.append(element('blockquote', summary(all.find((each) => each.id === quoted)?.message)))
  made.append(...content(message, from))
  if (from === 'business') {
    const reply = element('button', 'Reply', 'reply')
    reply.type = 'button'
    reply.addEventListener('click', () => quote({ id, text: summary(message) }))
    made.append(reply)
  }
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  made.append(element('small', `${time} ${TICKS[status] ?? status}`))
  return made
}

function summary(message) {
  const body = message?.[message.type ?? 'text'] ?? {}
  const text = body.body?.text ?? body.body ?? body.caption ?? body.filename
  return text ?? (message ? `[${message.type}]` : 'A message from before')
}

/** What the next message answers. */
let answered

function quote(message) {
  answered = message
  $('quoted').hidden = !message
  $('quoted-text').textContent = message?.text ?? ''
  if (message) $('text').focus()
}

$('unquote').addEventListener('click', () => quote())

function content(message, from) {
  const type = message.type ?? 'text'
  const body = message[type] ?? {}
  if (type === 'text') return [element('span', body.body)]
  if (type === 'image' || type === 'sticker') return [picture(body), element('span', body.caption)]
  if (['audio', 'video', 'document'].includes(type)) return [file(type, body), element('span', body.caption)]
  if (type === 'interactive') return interactive(body, from)
  if (type === 'template') return [element('span', `Template "${body.name}"`), element('div', parameters(body))]
  if (type === 'reaction') return [element('span', body.emoji || 'reaction taken back')]
  return [element('span', `[${type}] ${body.filename ?? body.name ?? body.caption ?? ''}`)]
}

const media = (body) => (body.id ? `/control/whatsapp/media/${encodeURIComponent(body.id)}` : (body.link ?? ''))

function picture(body) {
  const image = element('img')
  image.alt = body.caption ?? 'Picture'
  image.src = media(body)
  return image
}

function file(type, body) {
  if (type === 'document') {
    const link = element('a', body.filename ?? 'document')
    link.href = media(body)
    link.download = body.filename ?? 'document'
    return link
  }
  const player = element(type)
  player.controls = true
  player.preload = 'metadata'
  player.src = media(body)
  return player
}

const parameters = (template) =>
  (template.components ?? [])
    .flatMap((part) => (part.parameters ?? []).map((each) => each.text ?? each.type))
    .join(', ')

function interactive(body, from) {
  if (from === 'customer') {
    const reply = body.button_reply ?? body.list_reply ?? { title: body.type }
    return [element('span', reply.title)]
  }
  const parts = [body.header?.text, body.body?.text, body.footer?.text]
    .filter(Boolean)
    .map((text) => element('div', text))
  const choices = element('div', '', 'choices')
  for (const { reply } of body.action?.buttons ?? []) {
    choices.append(choice(reply.title, { buttonReply: reply }))
  }
  for (const section of body.action?.sections ?? []) {
    if (section.title) choices.append(element('strong', section.title))
    for (const row of section.rows) {
      choices.append(choice(row.description ? `${row.title} · ${row.description}` : row.title, { listReply: row }))
    }
  }
  if (body.action?.parameters?.url) choices.append(element('span', body.action.parameters.display_text))
  return [...parts, choices]
}

function choice(title, reply) {
  const button = element('button', title)
  button.type = 'button'
  button.addEventListener('click', () => say(reply))
  return button
}

$('composer').addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = $('text').value.trim()
  if (!text) return
  $('text').value = ''
  await say({ text })
})

$('file').addEventListener('change', async () => {
  const file = $('file').files[0]
  if (!file) return
  const data = await new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result.split(',')[1])
    reader.readAsDataURL(file)
  })
  const type = ['image', 'audio', 'video'].find((kind) => file.type.startsWith(kind)) ?? 'document'
  $('file').value = ''
  await say({ type, data, mimeType: file.type, filename: file.name })
})

// ── the owner's phone ──

async function asOwner(content) {
  await call('POST', '/control/whatsapp/echo', { phoneNumberId: $('number').value, to: customer(), ...content })
  await refresh()
}

$('owner').addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = $('owner-text').value.trim()
  if (!text) return
  $('owner').reset()
  await asOwner({ text })
})

// ── the panel ──

async function numbers() {
  const { items } = await call('GET', '/control/numbers')
  const wanted = $('number').value || new URLSearchParams(location.search).get('number')
  if ([...$('number').options].map((each) => each.value).join() === items.map((each) => each.phoneNumberId).join())
    return
  $('number').replaceChildren(
    ...items.map((each) => {
      const option = element('option', each.name)
      option.value = each.phoneNumberId
      option.selected = each.phoneNumberId === wanted
      return option
    }),
  )
}

$('add').addEventListener('submit', async (event) => {
  event.preventDefault()
  const name = $('add-name').value
  await call('POST', '/control/numbers', { phoneNumberId: $('add-id').value, ...(name && { name }) })
  $('add').reset()
  await numbers()
})

for (const type of ['image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts', 'reaction', 'button']) {
  $('samples').append(choice(type, { type }))
}
for (const type of ['order', 'system', 'edit', 'revoke', 'unsupported', 'interactive', 'request_welcome']) {
  $('samples').append(choice(type, { type }))
}

// what the vendor tells a business apart from messages, by webhook
const change = (field, value) =>
  call('POST', '/control/whatsapp/change', { phoneNumberId: $('number').value, field, value })
const account = (event, more = {}) => change('account_update', { event, ...more })
const template = (more) =>
  call('POST', '/control/whatsapp/templates', {
    phoneNumberId: $('number').value,
    name: 'appointment_reminder',
    ...more,
  })
const metadata = () => ({ messaging_product: 'whatsapp', metadata: { phone_number_id: $('number').value } })

const EVENTS = {
  handshake: () => call('POST', '/control/handshake', {}),
  'same message three times': () =>
    call('POST', '/control/whatsapp/batch', {
      repeat: 3,
      concurrent: true,
      messages: [
        { phoneNumberId: $('number').value, from: digits(), name: $('name').value, text: 'Hello, three times' },
      ],
    }),
  'owner sends a picture': () => asOwner({ type: 'image', caption: 'From our phone' }),
  'user id changes': () =>
    say({ type: 'system', system: { type: 'user_changed_user_id', body: 'New user id', user_id: `US.${Date.now()}` } }),
  'security code changes': () => say({ type: 'system', system: { type: 'customer_identity_changed', body: 'New code' } }),
  'comes from an advertisement': () =>
    say({ text: 'I saw your offer', referral: { source_type: 'ad', headline: 'Spring offer', source_url: 'https://fb.me/x' } }),
  'history from before': () =>
    change('history', {
      ...metadata(),
      history: [{ metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads: [] }],
    }),
  'closed window': () =>
    call('POST', '/control/whatsapp/window', {
      phoneNumberId: $('number').value,
      customer: customer(),
      minutesAgo: 1500,
    }),
  'account banned': () => account('DISABLED_UPDATE', { ban_info: { waba_ban_state: 'DISABLE' } }),
  'account restricted': () =>
    account('ACCOUNT_RESTRICTION', { restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }] }),
  'account reinstated': () => account('DISABLED_UPDATE', { ban_info: { waba_ban_state: 'REINSTATE' } }),
  'off-boarded': () => account('ACCOUNT_OFFBOARDED'),
  reconnected: () => account('ACCOUNT_RECONNECTED'),
  'number quality drops': () =>
    change('phone_number_quality_update', { event: 'DOWNGRADE', current_limit: 'TIER_250', display_phone_number: '' }),
  'marketing stopped': () =>
    change('user_preferences', {
      ...metadata(),
      user_preferences: [{ wa_id: digits(), category: 'marketing_messages', value: 'stop' }],
    }),
  'template made': () =>
    template({ language: 'en', category: 'UTILITY', components: [{ type: 'BODY', text: 'See you soon.' }] }),
  'template approved': () => template({ status: 'APPROVED' }),
  'template rejected': () => template({ status: 'REJECTED', reason: 'INVALID_FORMAT' }),
  'template paused': () => template({ status: 'PAUSED' }),
  'template becomes marketing': () => template({ category: 'MARKETING' }),
  'template quality drops': () => template({ quality: 'RED' }),
}

for (const [name, happen] of Object.entries(EVENTS)) {
  const button = element('button', name)
  button.type = 'button'
  button.addEventListener('click', happen)
  $('events').append(button)
}

async function faults() {
  const { on, known } = await call('GET', '/control/faults')
  const active = new Map(on.map((each) => [each.name, each]))
  const focused = document.activeElement?.dataset?.fault
  $('faults').replaceChildren(
    ...known.map(({ name, does }) => {
      const fault = active.get(name)
      const button = element('button', fault?.left ? `${name} ×${fault.left}` : name)
      button.type = 'button'
      button.title = does
      button.dataset.fault = name
      button.setAttribute('aria-pressed', String(Boolean(fault)))
      button.addEventListener('click', async () => {
        const times = Number($('times').value)
        if (fault) await call('DELETE', `/control/faults/${name}`)
        else await call('POST', '/control/faults', { name, ...(times > 0 && { times }) })
        await faults()
      })
      return button
    }),
  )
  if (focused) $('faults').querySelector(`[data-fault="${focused}"]`)?.focus()
}

async function every(ms, what) {
  try {
    await what()
  } catch {
    $('problem').textContent = 'The simulators do not answer.'
  }
  setTimeout(() => every(ms, what), ms)
}

every(5000, numbers)
every(500, refresh)
every(3000, faults)
