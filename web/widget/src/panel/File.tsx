import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Attachment } from './api'
import type { Talk } from './talk'
import type { Texts } from './texts'

interface Props {
  file: Attachment
  talk: Talk
  texts: Texts
}

/** A picture, or a file to download. Each is asked for with the visitor's token, which no address carries. */
export function File({ file, talk, texts }: Props) {
  const address = useSignal('')
  const picture = useSignal(file.contentType.startsWith('image/'))

  useEffect(() => {
    if (!picture.value) return
    talk.file(file.id).then(
      (found) => (address.value = found),
      () => (picture.value = false),
    )
  }, [talk, file.id, picture, address])

  async function save() {
    const link = document.createElement('a')
    link.href = await talk.file(file.id)
    link.download = file.name
    link.click()
  }

  if (picture.value) {
    return (
      <a class="picture" href={address.value || undefined} target="_blank" rel="noopener">
        {/* a page that forbids such pictures still lets them be saved */}
        {address.value && <img src={address.value} alt={file.name} onError={() => (picture.value = false)} />}
      </a>
    )
  }
  return (
    <button type="button" class="file" onClick={() => void save().catch(() => undefined)}>
      <span class="hidden">{texts.save} </span>
      <bdi>{file.name}</bdi>
    </button>
  )
}
