package frontdesk.simulators.whatsapp;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which files the vendor takes, how large, and what kind of message each may go with. */
final class MediaRules {
  private static final int MIB = 1024 * 1024;

  private static final Map<String, Integer> LARGEST =
      Map.of(
          "image", 5 * MIB,
          "sticker", 500 * 1024,
          "audio", 16 * MIB,
          "video", 16 * MIB,
          "document", 100 * MIB);

  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "image", Set.of("image/jpeg", "image/png"),
          "sticker", Set.of("image/webp"),
          "audio", Set.of("audio/aac", "audio/amr", "audio/mp4", "audio/mpeg", "audio/ogg"),
          "video", Set.of("video/mp4", "video/3gpp"),
          "document",
              Set.of(
                  "application/pdf",
                  "application/msword",
                  "application/vnd.ms-excel",
                  "application/vnd.ms-powerpoint",
                  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                  "text/plain"));

  private MediaRules() {}

  static void check(String contentType, int bytes) {
    var type = plain(contentType);
    var kind =
        TYPES.entrySet().stream()
            .filter(types -> types.getValue().contains(type))
            .map(Map.Entry::getKey)
            .findFirst();
    var taken = new TreeSet<String>();
    TYPES.values().forEach(taken::addAll);
    SendRules.require(
        kind.isPresent(),
        GraphError.parameter(
            "Param file must be a file with one of the following types: "
                + String.join(", ", taken)
                + ". Received file of type '"
                + type
                + "'."));
    SendRules.require(bytes <= LARGEST.get(kind.orElseThrow()), GraphError.of(131053));
  }

  /** Any file may go as a document; the other kinds carry their own. */
  static boolean fits(String messageType, String contentType) {
    return messageType.equals("document") || TYPES.get(messageType).contains(plain(contentType));
  }

  private static String plain(String contentType) {
    return contentType.replaceAll(";.*", "").strip();
  }
}
