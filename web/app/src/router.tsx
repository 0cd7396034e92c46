import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import i18next from 'i18next'
import type { ComponentType } from 'react'
import { ApiError } from './api/errors'
import { keepSignedIn, wasSignedIn } from './api/SignedIn'
import { meQuery } from './api/queries'
import type { Permission } from './api/types'
import { readAsked, type Asked } from './features/contacts/asked'
import { homeQuery } from './features/home/api'
import { readNarrowing } from './features/inbox/filters'
import { isDate } from './parts/booking/dates'
import { CrashPage, ForbiddenPage, NotFoundPage } from './shell/DeadEnds'
import { SettingsLayout, settingsPagesFor } from './shell/SettingsLayout'
import { Shell } from './shell/Shell'

/** A screen and its words, fetched together when it is first wanted. */
function screen<T extends Record<string, unknown>, K extends keyof T & string>(
  load: () => Promise<T>,
  name: K,
  ...texts: string[]
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), i18next.loadNamespaces(texts)])
    return module as Record<K, ComponentType>
  }, name)
}

interface Context {
  cache: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/app' })
  },
})

const signup = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  component: screen(() => import('./features/entry/SignUp'), 'SignUp', 'entry'),
})

/** Only our own pages: an address given by someone else must not lead away. */
const ownNext = ({ next }: Record<string, unknown>): { next?: string } =>
  typeof next === 'string' && /^\/(app|invite)(\/|$)/.test(next) ? { next } : {}

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ownNext,
  component: screen(() => import('./features/entry/SignIn'), 'SignIn', 'entry'),
})

const entryScreen = <P extends string, T extends Record<string, unknown>, K extends keyof T & string>(
  path: P,
  load: () => Promise<T>,
  name: K,
) => createRoute({ getParentRoute: () => root, path, component: screen(load, name, 'entry') })

const mfa = createRoute({
  getParentRoute: () => root,
  path: '/login/mfa',
  validateSearch: ownNext,
  component: screen(() => import('./features/entry/SecondStep'), 'SecondStep', 'entry'),
})
const askForLink = entryScreen('/login/link', () => import('./features/entry/AskForMail'), 'AskForLink')
const linkSignIn = entryScreen('/login/link/$token', () => import('./features/entry/MailedLinks'), 'LinkSignIn')
const forgot = entryScreen('/forgot', () => import('./features/entry/AskForMail'), 'Forgot')
const reset = entryScreen('/reset/$token', () => import('./features/entry/Reset'), 'Reset')
const join = entryScreen('/invite/$token', () => import('./features/entry/Join'), 'Join')
const verify = entryScreen('/verify/$token', () => import('./features/entry/MailedLinks'), 'Verify')

/** Loads who is signed in, or leads to the sign-in and back. */
async function requireMe({ context, location }: { context: Context; location: { href: string } }) {
  try {
    const me = await context.cache.ensureQueryData(meQuery())
    keepSignedIn(true)
    return me
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) {
      throw redirect({ to: '/login', search: { next: location.href }, state: { ended: wasSignedIn() } })
    }
    throw failure
  }
}

const chooser = createRoute({
  getParentRoute: () => root,
  path: '/app',
  beforeLoad: async (options) => {
    const { businesses } = await requireMe(options)
    const only = businesses.length === 1 ? businesses[0] : undefined
    if (only) throw redirect({ to: '/app/$biz/home', params: { biz: only.slug } })
  },
  component: screen(() => import('./features/entry/BusinessChooser'), 'BusinessChooser', 'entry'),
})

const business = createRoute({
  getParentRoute: () => root,
  path: '/app/$biz',
  beforeLoad: requireMe,
  component: Shell,
})

/** A screen of a business; without the permission it says who can give it. */
function guard(permission: Permission) {
  return async ({ context }: { context: Context }) => {
    const me = await context.cache.ensureQueryData(meQuery())
    if (!me.permissions.includes(permission)) throw new ApiError(403, 'forbidden', permission)
  }
}

const businessIndex = createRoute({
  getParentRoute: () => business,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/app/$biz/home', params })
  },
})

const home = createRoute({
  getParentRoute: () => business,
  path: 'home',
  staticData: { title: 'home' },
  // the figures take longest: they are asked for while the screen is on its way
  loader: ({ context }) => void context.cache.prefetchQuery(homeQuery()),
  component: screen(() => import('./features/home/Home'), 'Home', 'home', 'booking'),
})

const setup = createRoute({
  getParentRoute: () => business,
  path: 'setup/$step',
  staticData: { title: 'setup' },
  beforeLoad: guard('settings.change'),
  component: screen(() => import('./features/setup/Setup'), 'Setup', 'setup', 'parts', 'booking'),
})

const tryIt = createRoute({
  getParentRoute: () => business,
  path: 'try',
  staticData: { title: 'try' },
  beforeLoad: guard('inbox.all'),
  component: screen(() => import('./features/sandbox/Sandbox'), 'Sandbox', 'sandbox', 'files'),
})

const contacts = createRoute({
  getParentRoute: () => business,
  path: 'contacts',
  staticData: { title: 'contacts' },
  beforeLoad: guard('contacts.see'),
  validateSearch: (search: Record<string, unknown>): Asked & { edit?: 'new' } => ({
    ...readAsked(search),
    edit: search.edit === 'new' ? 'new' : undefined,
  }),
  component: screen(() => import('./features/contacts/Contacts'), 'Contacts', 'contacts', 'savedViews', 'contact'),
})

const contact = createRoute({
  getParentRoute: () => business,
  path: 'contacts/$id',
  staticData: { title: 'contacts' },
  beforeLoad: guard('contacts.see'),
  validateSearch: ({ edit }: Record<string, unknown>): { edit?: true } => ({ edit: edit === true ? true : undefined }),
  component: screen(
    () => import('./features/contacts/ContactPage'),
    'ContactPage',
    'contacts',
    'contact',
    'booking',
    'merge',
    'parts',
    'files',
  ),
})

const settings = createRoute({
  getParentRoute: () => business,
  path: 'settings',
  staticData: { title: 'settings' },
  component: SettingsLayout,
})

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: async ({ context, params }) => {
    const me = await context.cache.ensureQueryData(meQuery())
    const [first] = settingsPagesFor(me.permissions)
    if (!first) throw new ApiError(403, 'forbidden', 'settings.change')
    throw redirect({ to: `/app/${params.biz}/settings/${first}` as string, replace: true })
  },
})

/** The row that is open in a sheet: `new`, or its id. */
const withEdit = ({ edit }: Record<string, unknown>): { edit?: string } => (edit ? { edit: String(edit) } : {})

const businessSettings = createRoute({
  getParentRoute: () => settings,
  path: 'business',
  beforeLoad: guard('settings.change'),
  component: screen(() => import('./features/business/BusinessSettings'), 'BusinessSettings', 'business'),
})

const hours = createRoute({
  getParentRoute: () => settings,
  path: 'hours',
  beforeLoad: guard('services.change'),
  component: screen(() => import('./features/services/Hours'), 'Hours', 'services', 'parts'),
})

const services = createRoute({
  getParentRoute: () => settings,
  path: 'services',
  beforeLoad: guard('services.change'),
  validateSearch: withEdit,
  component: screen(() => import('./features/services/Services'), 'Services', 'services', 'parts'),
})

const providers = createRoute({
  getParentRoute: () => settings,
  path: 'providers',
  beforeLoad: guard('services.change'),
  validateSearch: withEdit,
  component: screen(() => import('./features/services/Providers'), 'Providers', 'services', 'parts', 'booking'),
})

const channels = createRoute({
  getParentRoute: () => settings,
  path: 'channels',
  beforeLoad: guard('channels.see'),
  validateSearch: withEdit,
  component: screen(() => import('./features/channels/Channels'), 'Channels', 'channels'),
})

const labels = createRoute({
  getParentRoute: () => settings,
  path: 'labels',
  beforeLoad: guard('settings.change'),
  validateSearch: withEdit,
  component: screen(() => import('./features/labels/Labels'), 'Labels', 'labels'),
})

const team = createRoute({
  getParentRoute: () => settings,
  path: 'team',
  beforeLoad: guard('team.change'),
  component: screen(() => import('./features/team/Team'), 'Team', 'team'),
})

const savedReplies = createRoute({
  getParentRoute: () => settings,
  path: 'saved-replies',
  beforeLoad: guard('inbox.own'),
  validateSearch: withEdit,
  component: screen(() => import('./features/savedReplies/SavedReplies'), 'SavedReplies', 'savedReplies'),
})

const me = createRoute({
  getParentRoute: () => root,
  path: '/app/me/$section',
  beforeLoad: requireMe,
  component: screen(() => import('./features/me/MePage'), 'MePage', 'me', 'keys'),
})

const newBusiness = createRoute({
  getParentRoute: () => root,
  path: '/app/me/new-business',
  beforeLoad: requireMe,
  component: screen(() => import('./features/entry/NewBusiness'), 'NewBusiness', 'entry'),
})

const inbox = createRoute({
  getParentRoute: () => business,
  path: 'inbox',
  beforeLoad: guard('inbox.see'),
  staticData: { title: 'inbox' },
})

const inboxIndex = createRoute({
  getParentRoute: () => inbox,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/app/$biz/inbox/$view', params: { ...params, view: 'attention' }, search: {} })
  },
})

const inboxView = createRoute({
  getParentRoute: () => inbox,
  path: '$view',
  validateSearch: readNarrowing,
  component: screen(
    () => import('./features/inbox/Inbox'),
    'Inbox',
    'inbox',
    'booking',
    'savedViews',
    'merge',
    'parts',
    'files',
  ),
})

// the screen is the view's; this only names the conversation in the address
const inboxConversation = createRoute({
  getParentRoute: () => inboxView,
  path: '$conversation',
  // the message that a link leads to
  validateSearch: ({ m }: Record<string, unknown>): { m?: string } => ({ m: typeof m === 'string' ? m : undefined }),
})

const calendar = createRoute({
  getParentRoute: () => business,
  path: 'calendar',
  beforeLoad: guard('calendar.see'),
  staticData: { title: 'calendar' },
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    view?: 'day' | 'week' | 'agenda'
    date?: string
    who?: string
    status?: string
    booking?: string
    new?: true
  } => ({
    view: search.view === 'day' || search.view === 'week' || search.view === 'agenda' ? search.view : undefined,
    date: isDate(search.date) ? search.date : undefined,
    who: typeof search.who === 'string' ? search.who : undefined,
    status: typeof search.status === 'string' ? search.status : undefined,
    booking: typeof search.booking === 'string' ? search.booking : undefined,
    new: search.new === true || undefined,
  }),
  component: screen(() => import('./features/calendar/Calendar'), 'Calendar', 'calendar', 'booking'),
})

const routeTree = root.addChildren([
  start,
  signup,
  login,
  mfa,
  askForLink,
  linkSignIn,
  forgot,
  reset,
  verify,
  join,
  chooser,
  me,
  newBusiness,
  business.addChildren([
    businessIndex,
    home,
    setup,
    tryIt,
    contacts,
    contact,
    settings.addChildren([
      settingsIndex,
      businessSettings,
      hours,
      services,
      providers,
      channels,
      labels,
      savedReplies,
      team,
    ]),
    inbox.addChildren([inboxIndex, inboxView.addChildren([inboxConversation])]),
    calendar,
  ]),
])

export function makeRouter(cache: QueryClient) {
  return createRouter({
    routeTree,
    context: { cache },
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: ({ error, reset }) =>
      error instanceof ApiError && error.status === 403 ? (
        <ForbiddenPage />
      ) : (
        <CrashPage error={error} onRetry={reset} />
      ),
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}

export { guard }
