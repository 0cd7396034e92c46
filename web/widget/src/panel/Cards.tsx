import { useSignal } from '@preact/signals'
import type { Business } from '../host'
import type { Message, Standing } from './api'
import { moment } from './hours'
import type { Talk } from './talk'
import { fill, type Texts } from './texts'

interface Place {
  texts: Texts
  locale: string
  about: Business
}

const TIME = 'time:'

type Choice = NonNullable<Message['choices']>[number]

/** As people call it: "Central European Time". */
function zoneName(timeZone: string, locale: string) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value
}

/** What can be answered with a tap; free times by day, in the business's time. */
export function Choices({
  choices,
  onPick,
  texts,
  locale,
  about,
}: Place & { choices: Choice[]; onPick(choice: Choice): void }) {
  const times = choices.filter(({ id }) => id.startsWith(TIME))
  const others = choices.filter(({ id }) => !id.startsWith(TIME))
  const { timezone: timeZone } = about
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' })
  const start = ({ id }: Choice) => new Date(id.slice(TIME.length))
  const days = [...new Set(times.map((choice) => day.format(start(choice))))]
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== timeZone
  return (
    <>
      {times.length > 0 && (
        <section class="card" aria-label={texts.pickTime} data-testid="slot-card">
          {days.map((name) => (
            <div key={name} role="group" aria-label={name}>
              <h3>{name}</h3>
              <div class="choices">
                {times
                  .filter((choice) => day.format(start(choice)) === name)
                  .map((choice) => (
                    <button
                      type="button"
                      key={choice.id}
                      data-testid="slot"
                      data-start={choice.id.slice(TIME.length)}
                      onClick={() => onPick(choice)}
                    >
                      {time.format(start(choice))}
                    </button>
                  ))}
              </div>
            </div>
          ))}
          {elsewhere && <p>{zoneName(timeZone, locale)}</p>}
        </section>
      )}
      {others.length > 0 && (
        <div class="choices">
          {others.map((choice) => (
            <button type="button" key={choice.id} onClick={() => onPick(choice)}>
              {choice.title}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

/** What the assistant has just changed in the books, as it stood then. */
export function AppointmentCard({
  appointment,
  texts,
  locale,
  about,
}: Place & { appointment: NonNullable<Message['appointment']> }) {
  const { status, serviceName, providerName, start, end } = appointment
  const { timezone: timeZone } = about
  // nothing is changed yet
  if (status === 'proposed') return null
  const when = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  })
  return (
    <section class={`card ${status}`} aria-label={serviceName} data-testid="appointment-card" data-status={status}>
      <h3>{serviceName}</h3>
      <p>
        <time dateTime={start}>{when.formatRange(new Date(start), new Date(end))}</time>
      </p>
      <p>{fill(texts.withWhom, { name: providerName })}</p>
      <p class="status">{texts.appointment[status]}</p>
    </section>
  )
}

/** A person goes on from here: when, and how to be reached until then. */
export function HandoffCard({
  standing,
  onLeave,
  texts,
  locale,
  about,
}: Place & { standing: Standing; onLeave(): void }) {
  const when = moment(standing.expectedBy, about.timezone, locale, new Date())
  return (
    <section class="card" aria-label={texts.handoff} data-testid="handoff-card">
      <h3>{texts.handoff}</h3>
      <p>{when ? fill(texts.handoffBy, { time: when }) : texts.handoffSoon}</p>
      <button type="button" onClick={onLeave}>
        {texts.leave}
      </button>
    </section>
  )
}

const SCORES = [1, 2, 3, 4, 5]

/** Asked once the conversation is closed; a word beside it is welcome and not needed. */
export function RatingCard({ talk, standing, texts }: { talk: Talk; standing: Standing; texts: Texts }) {
  const score = useSignal(standing.rating ?? 0)
  const told = useSignal(false)
  const failed = useSignal(false)

  async function rate(comment?: string) {
    failed.value = !(await talk.rate(score.value, comment))
    if (comment !== undefined) told.value = !failed.value
  }

  return (
    <form
      class="card"
      aria-label={texts.rate}
      data-testid="rating-card"
      data-score={standing.rating}
      onSubmit={(event) => {
        event.preventDefault()
        void rate(String(new FormData(event.currentTarget).get('comment') ?? '').trim())
      }}
    >
      <h3>{texts.rate}</h3>
      <div class="stars" role="group" aria-label={texts.rate}>
        {SCORES.map((each) => (
          <button
            type="button"
            key={each}
            aria-pressed={each === score.value}
            aria-label={fill(texts.stars, { score: each })}
            onClick={() => {
              score.value = each
              void rate()
            }}
          >
            {each <= score.value ? '★' : '☆'}
          </button>
        ))}
      </div>
      {score.value > 0 && !told.value && (
        <>
          <label>
            {texts.comment}
            <input name="comment" maxLength={1000} />
          </label>
          <button type="submit">{texts.send}</button>
        </>
      )}
      <p role="status">{failed.value ? texts.notRated : told.value || standing.rating ? texts.thanks : ''}</p>
    </form>
  )
}
