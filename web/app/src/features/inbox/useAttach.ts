import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { toast } from '@/ui/toast'
import { choose, largest } from './files'

/** Files that are chosen, dropped or pasted; `may` is false where none can go, which is then said. */
export function useAttach(conversation: string, may: boolean) {
  const { t } = useTranslation('inbox')
  const [over, setOver] = useState(false)

  function attach(file: File | undefined) {
    if (!file) return
    if (may) void choose(conversation, file, t('composer.fileTooLarge', { most: largest / 1024 / 1024 }))
    else toast.info(t('composer.noFilesInNotes'), { description: t('composer.noFilesInNotesText') })
  }

  // words come along with a picture of themselves out of some programs
  const carried = (data: DataTransfer) => data.types.includes('Files') && !data.types.includes('text/plain')
  return {
    attach,
    /** one is held over the composer */
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carried(event.dataTransfer)) return
        event.preventDefault()
        setOver(may)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!carried(event.dataTransfer)) return
        event.preventDefault()
        attach(event.dataTransfer.files[0])
      },
      onPaste: (event: ClipboardEvent) => {
        if (!carried(event.clipboardData)) return
        event.preventDefault()
        attach(event.clipboardData.files[0])
      },
    },
  }
}
