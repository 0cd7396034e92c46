import type { Message } from './api'
import type { Texts } from './texts'

/** Saves the talk as a text file. */
export function transcript(name: string, messages: Message[], texts: Texts, locale: string) {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  const who = { contact: texts.you, ai: texts.assistant, member: texts.member }
  const lines = messages.map(({ author, name, at, text, attachments = [] }) => {
    const said = [...attachments.map(({ name }) => `[${name}]`), text].filter(Boolean).join(' ')
    return `[${time.format(new Date(at))}] ${name ?? who[author]}: ${said}`
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${name}\n\n${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }))
  link.download = 'chat.txt'
  link.click()
  URL.revokeObjectURL(link.href)
}
