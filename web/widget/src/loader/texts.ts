const TEXTS = {
  en: { open: 'Chat with us', close: 'Close the chat', unread: 'New message' },
  it: { open: 'Scrivici in chat', close: 'Chiudi la chat', unread: 'Nuovo messaggio' },
}

export const launcherTexts = (locale: string) => (locale.startsWith('it') ? TEXTS.it : TEXTS.en)
