package frontdesk.conversations;

import java.time.Instant;

/** What a customer thought of a conversation, from 1 to 5. */
public record CustomerRating(int score, String comment, Instant at) {}
