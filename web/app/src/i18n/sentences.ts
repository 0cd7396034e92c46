import type { PostProcessorModule } from 'i18next'

/** A name that brings its own full stop, as "Rossi & Co.", ends the sentence with it. Three are meant. */
export const ended = (text: string) => text.replace(/(^|[^.])\.\.(?!\.)/g, '$1.')

/** Every text that names something, on every screen. */
export const sentences: PostProcessorModule = {
  type: 'postProcessor',
  name: 'sentences',
  process: (text) => (typeof text === 'string' ? ended(text) : text),
}
