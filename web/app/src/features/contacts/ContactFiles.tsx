import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { contactFilesQuery } from '@/parts/contact/api'
import { FileList } from '@/parts/files/FileList'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'

/** The files that went back and forth, over all channels; nothing where there are none. */
export function ContactFiles({ contact }: { contact: string }) {
  const { t } = useTranslation('files')
  const files = useInfiniteQuery(contactFilesQuery(contact))
  const all = files.data?.pages.flatMap(({ items }) => items) ?? []
  if (all.length === 0) return null
  return (
    <Card aria-label={t('title')}>
      <CardHead title={t('title')} />
      <ul className="border-t px-2 py-1">
        <FileList files={all} view="all" />
      </ul>
      {files.hasNextPage && (
        <div className="px-4 pb-3">
          <Button size="sm" busy={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </Card>
  )
}
