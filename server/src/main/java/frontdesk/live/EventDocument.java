package frontdesk.live;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Streams in the API document: an object with what each event carries, by the event's name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EventDocument implements OpenApiCustomizer {

  /** When too much was missed: everything is to be asked again. */
  record Resync() {}

  private final List<Streamed> streamed;

  EventDocument(List<Streamed> streamed) {
    this.streamed = streamed;
  }

  /** Before the rules of all schemas are applied, so that they hold for these too. */
  @Override
  public void customise(OpenAPI document) {
    document.getComponents().getSchemas().remove("SseEmitter");
    streamed.stream().map(Streamed::path).distinct().forEach(path -> describe(document, path));
  }

  private void describe(OpenAPI document, String path) {
    var kinds = new TreeMap<String, Class<?>>();
    kinds.put("resync", Resync.class);
    streamed.stream().filter(s -> s.path().equals(path)).forEach(s -> kinds.putAll(s.events()));
    var stream =
        new JsonSchema()
            .typesItem("object")
            .description("What each event carries in its `data`, by the event's name");
    kinds.forEach(
        (name, type) -> stream.addProperty(name, reference(document.getComponents(), type)));
    stream.setRequired(new ArrayList<>(kinds.keySet()));
    document
        .getPaths()
        .get(path)
        .getGet()
        .getResponses()
        .get("200")
        .getContent()
        .get(MediaType.TEXT_EVENT_STREAM_VALUE)
        .setSchema(stream);
  }

  private static Schema<?> reference(Components components, Class<?> type) {
    var resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(components.getSchemas()::putIfAbsent);
    return resolved.schema;
  }
}
