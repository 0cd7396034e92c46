package frontdesk.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a member may do. One list for the server, the client and API keys. */
public enum Permission {
  /** The inbox; without one of the next, only conversations that led to appointments or orders. */
  INBOX_SEE("inbox.see"),
  /** Conversations that are one's own or nobody's. */
  INBOX_OWN("inbox.own"),
  /** Every conversation. */
  INBOX_ALL("inbox.all"),
  /** To write, take over, assign, close. */
  INBOX_REPLY("inbox.reply"),
  /** To take a conversation out of the house, as a text. */
  INBOX_EXPORT("inbox.export"),
  /** The calendar; without the next, one's own, and of the others' only that they are busy. */
  CALENDAR_SEE("calendar.see"),
  /** Everybody's calendar. */
  CALENDAR_ALL("calendar.all"),
  /** To reschedule an appointment and mark it arrived, done or no-show. */
  CALENDAR_MOVE("calendar.move"),
  /** All of the calendar: create and cancel too. */
  CALENDAR_CHANGE("calendar.change"),
  /** Services, providers and hours. */
  SERVICES_CHANGE("services.change"),
  CHANNELS_SEE("channels.see"),
  CHANNELS_CHANGE("channels.change"),
  /** Contacts; without the next, no more of them than the role needs. */
  CONTACTS_SEE("contacts.see"),
  CONTACTS_ALL("contacts.all"),
  /** The business itself and its set-up. */
  SETTINGS_CHANGE("settings.change"),
  TEAM_CHANGE("team.change"),
  AUDIT_SEE("audit.see"),
  /** The agent's own tools, called from outside. */
  ASSISTANT_TOOLS("assistant.tools");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
