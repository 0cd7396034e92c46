package frontdesk.conversations;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be sent as a file, known by its first bytes and not by what the sender calls it: nothing
 * that runs when it is opened, in a browser or elsewhere.
 *
 * @param kind of the message it makes: image, audio, video or file
 * @param endings of its name, the usual one first
 */
public record FileType(String contentType, String kind, List<String> endings) {

  /** The most that any channel of ours carries, in bytes. */
  public static final int LARGEST = 16 * 1024 * 1024;

  private static final int LONGEST_NAME = 120;

  private static final FileType TEXT = file("text/plain", "txt", "csv", "log", "md");

  /** Zip files in whose place only documents are taken, known by their ending. */
  private static final List<FileType> ZIPPED =
      List.of(
          file("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
          file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          file(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"));

  /** The same for the documents of before. */
  private static final List<FileType> COMPOUND =
      List.of(
          file("application/msword", "doc"),
          file("application/vnd.ms-excel", "xls"),
          file("application/vnd.ms-powerpoint", "ppt"));

  private static FileType file(String contentType, String... endings) {
    return new FileType(contentType, "file", List.of(endings));
  }

  /** Empty for what may not be sent. */
  static Optional<FileType> of(byte[] content, String name) {
    var head = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004")) {
      return byEnding(ZIPPED, name);
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return byEnding(COMPOUND, name);
    }
    return byHead(head).or(() -> byEnding(List.of(TEXT), name).filter(text -> isText(content)));
  }

  private static Optional<FileType> byHead(String head) {
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return some("image/jpeg", "image", "jpg", "jpeg");
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return some("image/png", "image", "png");
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return some("image/gif", "image", "gif");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return some("image/webp", "image", "webp");
    }
    if (head.startsWith("%PDF-")) {
      return some("application/pdf", "file", "pdf");
    }
    if (head.startsWith("OggS")) {
      return some("audio/ogg", "audio", "ogg", "oga", "opus");
    }
    if (head.startsWith("ftypM4A", 4)) {
      return some("audio/mp4", "audio", "m4a");
    }
    if (head.startsWith("ftyp3g", 4)) {
      return some("video/3gpp", "video", "3gp");
    }
    if (head.startsWith("ftypheic", 4) || head.startsWith("ftypavif", 4)) {
      return Optional.empty();
    }
    if (head.startsWith("ftyp", 4)) {
      return some("video/mp4", "video", "mp4", "m4v");
    }
    return head.startsWith("ID3") || isMpegFrame(head)
        ? some("audio/mpeg", "audio", "mp3")
        : Optional.empty();
  }

  /** Eleven bits of a frame's beginning, of the third layer. */
  private static boolean isMpegFrame(String head) {
    return head.length() > 2 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe6) == 0xe2;
  }

  private static Optional<FileType> some(String contentType, String kind, String... endings) {
    return Optional.of(new FileType(contentType, kind, List.of(endings)));
  }

  private static Optional<FileType> byEnding(List<FileType> types, String name) {
    return types.stream().filter(type -> type.endings().contains(ending(name))).findFirst();
  }

  private static boolean isText(byte[] content) {
    for (byte one : content) {
      if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The name as it is shown and saved under: no folders, and an ending that is true. */
  String name(String given) {
    var last = given.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cc}\\p{Cf}\"<>:|?*]", "").strip();
    var kept = last.isEmpty() ? kind : last;
    var whole =
        endings.contains(ending(kept))
            ? kept
            : kept.replaceAll("\\.+$", "") + "." + endings.getFirst();
    var over = whole.length() - LONGEST_NAME;
    var dot = whole.lastIndexOf('.');
    return over > 0 ? whole.substring(0, dot - over) + whole.substring(dot) : whole;
  }

  private static String ending(String name) {
    var parts = Arrays.asList(name.split("\\."));
    return parts.size() > 1 ? parts.getLast().toLowerCase(Locale.ROOT) : "";
  }
}
