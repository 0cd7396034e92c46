import i18next from 'i18next'
import { expect, test } from 'vitest'
import setup from '../features/setup/texts/en.json'
import italian from '../features/setup/texts/it.json'
import { ended, sentences } from './sentences'

test('a business whose name ends with a full stop is greeted with one', async () => {
  const texts = i18next.createInstance()
  await texts.use(sentences).init({
    lng: 'en',
    resources: { en: { setup }, it: { setup: italian } },
    defaultNS: 'setup',
    interpolation: { escapeValue: false },
    postProcess: [sentences.name],
  })
  const says = (lng: string) => texts.t('sample.greeting', { lng, business: 'Rossi & Co.' })
  expect(says('en')).toContain('Rossi & Co. I can')
  expect(says('it')).toMatch(/Rossi & Co\. [A-Z]/)
})

test('an ellipsis stays, and so does a single stop', () => {
  expect(ended('Wait... now.')).toBe('Wait... now.')
  expect(ended('Rossi S.r.l.. Ciao..')).toBe('Rossi S.r.l. Ciao.')
})
