package frontdesk.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The one secret of this installation: from FRONTDESK_MASTER_KEY, or made at the first start in the
 * data directory. Never used itself; every use derives a key of its own from it.
 */
@Component
public class MasterKey {

  private static final int BYTES = 32;

  private final byte[] secret;

  MasterKey(Settings settings) {
    this.secret =
        settings
            .find(Setting.MASTER_KEY)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> kept(settings.dataDirectory()));
    if (secret.length < BYTES) {
      throw new BadSetting("FRONTDESK_MASTER_KEY must have at least 32 characters");
    }
  }

  /** 32 bytes for this purpose, always the same ones (HKDF, SHA-256). */
  public byte[] derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(secret, "Generic"))
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] kept(Path dataDirectory) {
    var file = dataDirectory.resolve("master.key");
    try {
      Files.createDirectories(dataDirectory);
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key in %s cannot be kept".formatted(file), e);
    }
  }

  private static void make(Path file) throws IOException {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var fresh = Files.createTempFile(file.getParent(), "master", ".key");
    try {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException e) {
      // no such permissions on this file system
    }
    Files.writeString(fresh, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // another process was first; its key stays
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
