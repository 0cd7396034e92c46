import { Paperclip } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'

/** Asks the system for one file. */
export const AttachButton = memo(function AttachButton({ onFile }: { onFile: (file: File | undefined) => void }) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="attach-input"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          // the same file may be chosen again
          event.target.value = ''
        }}
      />
      <Button
        kind="ghost"
        size="icon"
        className="shrink-0"
        aria-label={t('attach')}
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
      </Button>
    </>
  )
})
