import {
  FlaskConical,
  Globe,
  Camera,
  MessageCircle,
  MessageCircleMore,
  MessageSquareText,
  Phone,
  Send,
  type LucideIcon,
} from 'lucide-react'

const icons: Record<string, LucideIcon> = {
  whatsapp: MessageCircle,
  'whatsapp-gateway': MessageCircle,
  webchat: Globe,
  sandbox: FlaskConical,
  telegram: Send,
  instagram: Camera,
  messenger: MessageCircleMore,
  'sms-twilio': MessageSquareText,
  'sms-gateway': MessageSquareText,
  'voice-twilio': Phone,
}

/** Decoration: the channel's name stands beside it in words. */
export function ChannelIcon({ type }: { type: string }) {
  const Icon = icons[type] ?? MessageSquareText
  return <Icon aria-hidden />
}
