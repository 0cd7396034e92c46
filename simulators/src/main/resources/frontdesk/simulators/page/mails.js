// Every mail that the simulated server took, newest first; asked again every two seconds.
const list = document.getElementById('mails')
const state = document.getElementById('state')
const to = document.getElementById('to')
let shown = ''

function textWithLinks(text) {
  const box = document.createElement('pre')
  text.split(/(https?:\/\/\S+)/).forEach((piece, n) => {
    if (n % 2 === 0) return box.append(piece)
    const link = document.createElement('a')
    link.href = piece
    link.target = '_blank'
    link.textContent = piece
    box.append(link)
  })
  return box
}

function card(mail, open) {
  const article = document.createElement('article')
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  const subject = document.createElement('b')
  const who = document.createElement('span')
  subject.textContent = mail.subject
  who.textContent = `${mail.to} · ${new Date(mail.at).toLocaleString()}`
  summary.append(subject, who)
  const frame = document.createElement('iframe')
  frame.title = mail.subject
  frame.sandbox = 'allow-popups allow-popups-to-escape-sandbox'
  frame.src = `/control/mails/${mail.n}/html`
  frame.loading = 'lazy'
  details.append(summary, textWithLinks(mail.text), frame)
  details.open = open
  article.append(details)
  return article
}

async function look() {
  try {
    const wanted = to.value.trim()
    const answer = await fetch(`/control/mails${wanted ? `?to=${encodeURIComponent(wanted)}` : ''}`)
    const { items } = await answer.json()
    const now = items.map((mail) => mail.id).join()
    state.textContent = items.length === 0 ? 'None yet.' : `${items.length} mails`
    if (now !== shown) list.replaceChildren(...items.map((mail, n) => card(mail, n === 0)))
    shown = now
  } catch {
    state.textContent = 'The simulators do not answer.'
  }
}

to.addEventListener('input', () => void look())
setInterval(() => void look(), 2000)
void look()
