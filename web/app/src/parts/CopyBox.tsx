import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'

/** A text to take elsewhere, whole and unbroken, with one button that copies it. */
export function CopyBox({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className="flex items-center gap-2 rounded-control border bg-sunken py-1 ps-3 pe-1">
      {/* it scrolls, so the keyboard must reach it */}
      <code
        dir="ltr"
        tabIndex={0}
        aria-label={label}
        className="min-w-0 flex-1 overflow-x-auto py-1 font-mono text-xs whitespace-nowrap"
      >
        {text}
      </code>
      <Button size="sm" onClick={() => void copy()}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}
