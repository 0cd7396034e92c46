package frontdesk.http;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A refusal from where no answer can be returned, as a filter or an argument. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String name;
  private final transient Map<String, ?> extra;
  private final transient HttpHeaders headers = new HttpHeaders();

  public Refused(HttpStatus status, String name) {
    this(status, name, Map.of());
  }

  public Refused(HttpStatus status, String name, Map<String, ?> extra) {
    super(name);
    this.status = status;
    this.name = name;
    this.extra = extra;
  }

  public Refused with(String header, String value) {
    headers.set(header, value);
    return this;
  }

  HttpStatus status() {
    return status;
  }

  String name() {
    return name;
  }

  Map<String, ?> extra() {
    return extra;
  }

  HttpHeaders headers() {
    return headers;
  }
}
