// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import i18next, { type BackendModule } from 'i18next'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LanguageProvider, useTranslation } from './useTranslation'

const words: Record<string, object> = {
  'en ui': { hello: 'Hello' },
  'it ui': { hello: 'Ciao' },
  'en late': { hello: 'Hello at last' },
  'it late': { hello: 'Ciao, finalmente' },
}
const read = vi.fn<BackendModule['read']>((language, name, done) =>
  setTimeout(() => done(null, words[`${language} ${name}`] ?? {})),
)

beforeEach(async () => {
  await i18next
    .use({ type: 'backend', init() {}, read } satisfies BackendModule)
    .init({ lng: 'en', fallbackLng: false, load: 'currentOnly', ns: ['ui'], defaultNS: 'ui' })
})
afterEach(cleanup)

function Says({ name, lng }: { name: string; lng?: string }) {
  const { t, language } = useTranslation(name, lng)
  return (
    <p>
      {language}: {t('hello')}
    </p>
  )
}
const show = (element: React.ReactNode) =>
  act(async () => render(<LanguageProvider>{<Suspense fallback="…">{element}</Suspense>}</LanguageProvider>))

test('words that are here are there at once, and in the other language as soon as it is chosen', async () => {
  await show(<Says name="ui" />)
  expect(screen.getByText('en: Hello')).toBeTruthy()
  await act(() => i18next.changeLanguage('it'))
  expect(screen.getByText('it: Ciao')).toBeTruthy()
})

test('words that are not here yet are waited for, and asked for once', async () => {
  read.mockClear()
  await show([<Says key="1" name="late" />, <Says key="2" name="late" />])
  expect(await screen.findAllByText('en: Hello at last')).toHaveLength(2)
  expect(read).toHaveBeenCalledTimes(1)
})

test('a business reads its own language on a screen in another', async () => {
  await show(<Says name="late" lng="it" />)
  expect(await screen.findByText('it: Ciao, finalmente')).toBeTruthy()
})
