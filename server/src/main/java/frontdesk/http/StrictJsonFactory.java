package frontdesk.http;

import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;

/** Reads JSON whose every name and text can be stored: no NUL, no half of a surrogate pair. */
class StrictJsonFactory extends JsonFactory {

  private static final long serialVersionUID = 1L;

  StrictJsonFactory() {
    super(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
  }

  @Override
  public JsonParser createParser(ObjectReadContext context, InputStream in) {
    return new Storable(super.createParser(context, in));
  }

  @Override
  public JsonParser createParser(ObjectReadContext context, Reader in) {
    return new Storable(super.createParser(context, in));
  }

  @Override
  public JsonParser createParser(ObjectReadContext context, byte[] data, int offset, int length) {
    return new Storable(super.createParser(context, data, offset, length));
  }

  @Override
  public JsonParser createParser(ObjectReadContext context, String content) {
    return new Storable(super.createParser(context, content));
  }

  /** Says where the text stands that cannot be stored. */
  static final class Unstorable extends JacksonException {

    private static final long serialVersionUID = 1L;

    private final String field;

    Unstorable(String field) {
      super("A text holds a character that cannot be stored");
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static final class Storable extends JsonParserDelegate {

    Storable(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() {
      var token = delegate.nextToken();
      if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
        check(delegate.getString());
      }
      return token;
    }

    @Override
    public JsonToken nextValue() {
      var token = nextToken();
      return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    }

    @Override
    public String nextName() {
      return nextToken() == JsonToken.PROPERTY_NAME ? delegate.currentName() : null;
    }

    @Override
    public boolean nextName(SerializableString name) {
      return nextToken() == JsonToken.PROPERTY_NAME
          && name.getValue().equals(delegate.currentName());
    }

    private void check(String text) {
      if (!storable(text)) {
        throw new Unstorable(
            delegate.streamReadContext().pathAsPointer().toString().substring(1).replace('/', '.'));
      }
    }
  }
}
