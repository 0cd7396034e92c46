package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Media by id, and the addresses, good for five minutes, that they are fetched from. */
final class MediaStore {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** One file, its hash in Base64 as webhooks carry it. */
  record Media(String id, String type, String name, byte[] bytes) {
    String sha256() {
      return Base64.getEncoder().encodeToString(digest());
    }

    ObjectNode json() {
      return Json.object("id", id, "mime_type", type, "sha256", sha256());
    }

    byte[] digest() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  private record Link(String media, Instant until) {}

  private final Map<String, Media> media = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();
  private final Clock clock = Clock.systemUTC();

  Media add(String type, String name, byte[] bytes) {
    var added =
        new Media(
            Long.toString(
                1_000_000_000_000_000L
                    + Math.abs(
                        UUID.randomUUID().getMostSignificantBits() % 8_000_000_000_000_000L)),
            type,
            name,
            bytes);
    media.put(added.id(), added);
    return added;
  }

  Optional<Media> find(String id) {
    return Optional.ofNullable(media.get(id));
  }

  void remove(String id) {
    media.remove(id);
  }

  /** A secret part of an address, good for a while; at once expired when asked so. */
  String link(String id, boolean expired) {
    var key = UUID.randomUUID().toString();
    links.put(key, new Link(id, clock.instant().plus(expired ? Duration.ZERO : GOOD_FOR)));
    return key;
  }

  Optional<Media> follow(String key) {
    return Optional.ofNullable(links.get(key))
        .filter(link -> link.until().isAfter(clock.instant()))
        .flatMap(link -> find(link.media()));
  }

  void clear() {
    media.clear();
    links.clear();
  }
}
