package frontdesk.channels;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import frontdesk.settings.MasterKey;
import frontdesk.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens and app secrets at rest: AES-256-GCM by Tink, under a key derived from the master key for
 * each tenant, bound to the tenant and channel they belong to.
 */
@Component
class ChannelSecrets {

  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final MasterKey masterKey;
  private final Tenancy tenancy;
  private final JsonMapper json;

  ChannelSecrets(MasterKey masterKey, Tenancy tenancy, JsonMapper json)
      throws GeneralSecurityException {
    AeadConfig.register();
    this.masterKey = masterKey;
    this.tenancy = tenancy;
    this.json = json;
  }

  byte[] seal(UUID channel, Map<String, String> fields) {
    try {
      return aead().encrypt(json.writeValueAsBytes(fields), context(channel));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The channel's secrets cannot be encrypted", e);
    }
  }

  Map<String, String> open(UUID channel, Optional<byte[]> sealed) {
    if (sealed.isEmpty()) {
      return Map.of();
    }
    try {
      return json.readValue(aead().decrypt(sealed.get(), context(channel)), FIELDS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The secrets of channel %s do not open with this master key".formatted(channel), e);
    }
  }

  private Aead aead() throws GeneralSecurityException {
    return new AesGcmJce(masterKey.derive("channel-secrets " + tenancy.current()));
  }

  private byte[] context(UUID channel) {
    return (tenancy.current() + " " + channel).getBytes(StandardCharsets.UTF_8);
  }
}
