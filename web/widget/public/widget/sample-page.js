/* global URLSearchParams, fetch, location, window */
// A page as a business might have it: /sample/studio-aurora, with ?lang= in another language. Only the last lines are needed for the chat.
const TEXTS = {
  en: {
    welcome: 'We are glad you are here. Ask us anything, or book your visit in the chat.',
    book: 'Book in the chat',
    services: 'What we do',
    visit: 'Come and see us',
    open: 'Write to us at any hour: somebody answers.',
    sample: 'A sample page that shows the Frontdesk chat on a site of its own.',
    hours: 'When we are open',
    openNow: 'Open now',
    closedNow: 'Closed now',
    minutes: 'minutes',
    nobody: 'There is no business of this name here.',
  },
  it: {
    welcome: 'Che bello averti qui. Chiedici quello che vuoi, o prenota la tua visita in chat.',
    book: 'Prenota in chat',
    services: 'Cosa facciamo',
    visit: 'Vieni a trovarci',
    open: 'Scrivici a qualsiasi ora: qualcuno risponde.',
    sample: 'Una pagina di esempio che mostra la chat di Frontdesk su un sito qualsiasi.',
    hours: 'Quando siamo aperti',
    openNow: 'Aperto ora',
    closedNow: 'Chiuso ora',
    minutes: 'minuti',
    nobody: 'Qui non c’è nessuna attività con questo nome.',
  },
}

const wanted = new URLSearchParams(location.search)
const business = decodeURIComponent(location.pathname.split('/').at(-1))
const api = `/api/public/${encodeURIComponent(business)}`
const get = async (path) => {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

const config = await get(api).catch(() => undefined)
const locale = wanted.get('lang') ?? config?.locale ?? 'en'
const texts = locale.startsWith('it') ? TEXTS.it : TEXTS.en
document.documentElement.lang = locale
for (const place of document.querySelectorAll('[data-text]')) place.textContent = texts[place.dataset.text]
for (const place of document.querySelectorAll('[data-name]')) place.textContent = config?.name ?? texts.nobody
document.title = config?.name ?? texts.nobody

document.getElementById('reach').textContent = [config?.address, config?.phone].filter(Boolean).join(' · ')
document.getElementById('open-now').textContent = config?.open.now ? texts.openNow : texts.closedNow
document.getElementById('hours').hidden = !config

function price({ amount, currency }) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits)
}

const { items = [] } = await get(`${api}/services`).catch(() => ({}))
for (const service of items) {
  const item = document.createElement('li')
  const detail = document.createElement('span')
  item.textContent = service.name
  detail.textContent = [`${service.durationMinutes} ${texts.minutes}`, service.price && price(service.price)]
    .filter(Boolean)
    .join(' · ')
  item.append(detail)
  document.getElementById('list').append(item)
}

document.getElementById('book').addEventListener('click', () => window.Frontdesk?.('open'))

// what a business puts into its page
const script = document.createElement('script')
script.async = true
script.src = '/widget.js'
script.dataset.business = business
document.head.append(script)
