package frontdesk.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/**
 * What the records of the API say about their fields, for the document: what is always there, what
 * may be null, which words a text may be.
 */
@Configuration(proxyBeanMethods = false)
class SchemaRules {

  private static final Pattern WORDS = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");
  private static final String REFERENCE = "#/components/schemas/";

  private final SchemaNames names = new SchemaNames();

  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(
            Currency.class, new StringSchema().description("ISO 4217").example("EUR"))
        .replaceWithSchema(JsonNode.class, new MapSchema().additionalProperties(true));
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
  }

  @Bean
  OpenApiCustomizer everyRecord(JavadocProvider comments) {
    return document -> {
      var answered = answered(document);
      document
          .getComponents()
          .getSchemas()
          .forEach(
              (name, schema) -> {
                describe(name, schema, comments);
                complete(name, schema, answered.contains(name));
              });
    };
  }

  /** What its comment says of a record and its components. */
  private void describe(String name, Schema<?> schema, JavadocProvider comments) {
    var type = names.typeOf(name).filter(Class::isRecord);
    if (type.isEmpty()) {
      return;
    }
    var about = comments.getClassJavadoc(type.get());
    if (about != null && !about.isBlank()) {
      schema.setDescription(about);
    }
    if (schema.getProperties() != null) {
      comments
          .getRecordClassParamJavadoc(type.get())
          .forEach(
              (field, words) ->
                  Optional.ofNullable(schema.getProperties().get(field))
                      .ifPresent(property -> property.setDescription(words)));
    }
  }

  /**
   * In what is answered, what is null is left out unless it says otherwise; in what is asked, null
   * is the same as left out.
   */
  private void complete(String name, Schema<?> schema, boolean answered) {
    var type = names.typeOf(name).filter(Class::isRecord);
    if (type.isEmpty() || schema.getProperties() == null) {
      return;
    }
    var said = Optional.ofNullable(schema.getRequired()).orElse(List.of());
    var required = new ArrayList<String>();
    for (var component : type.get().getRecordComponents()) {
      var field = nameOf(component);
      var property = schema.getProperties().get(field);
      if (property == null) {
        continue;
      }
      words(property);
      if (said.contains(field) || (answered ? isAnswered(component) : isAsked(component))) {
        required.add(field);
      }
      if (isNullable(component) && (answered ? isAnswered(component) : !isAsked(component))) {
        schema.getProperties().put(field, orNull(property));
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static String nameOf(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(component.getName());
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isAnswered(RecordComponent component) {
    var always = component.getAccessor().getAnnotation(JsonInclude.class);
    return !isNullable(component) || always != null && always.value() == JsonInclude.Include.ALWAYS;
  }

  private static boolean isAsked(RecordComponent component) {
    var accessor = component.getAccessor();
    return !isNullable(component)
        || accessor.isAnnotationPresent(NotNull.class)
        || accessor.isAnnotationPresent(NotBlank.class);
  }

  /** A pattern that lists words is a list of words. */
  @SuppressWarnings("unchecked")
  private static void words(Schema<?> property) {
    if (property.getPattern() != null && WORDS.matcher(property.getPattern()).matches()) {
      ((Schema<String>) property).setEnum(Arrays.asList(property.getPattern().split("\\|")));
      property.setPattern(null);
    }
  }

  @SuppressWarnings("unchecked")
  private static Schema<?> orNull(Schema<?> property) {
    if (property.getTypes() == null || property.get$ref() != null) {
      return new JsonSchema()
          .description(property.getDescription())
          .anyOf(List.of(property.description(null), new JsonSchema().typesItem("null")));
    }
    var types = new LinkedHashSet<>(property.getTypes());
    types.add("null");
    property.setTypes(types);
    if (property.getEnum() != null) {
      var words = new ArrayList<Object>(property.getEnum());
      words.add(null);
      ((Schema<Object>) property).setEnum(words);
    }
    return property;
  }

  /** The schemas that answers are made of. */
  private static Set<String> answered(OpenAPI document) {
    var found = new HashSet<String>();
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .flatMap(operation -> operation.getResponses().values().stream())
        .flatMap(response -> Optional.ofNullable(response.getContent()).stream())
        .flatMap(content -> content.values().stream())
        .forEach(media -> reach(document, media.getSchema(), found));
    return found;
  }

  private static void reach(OpenAPI document, @Nullable Schema<?> schema, Set<String> found) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      var name = schema.get$ref().substring(REFERENCE.length());
      if (found.add(name)) {
        reach(document, document.getComponents().getSchemas().get(name), found);
      }
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> reach(document, property, found));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> value) {
      reach(document, value, found);
    }
    Stream.of(schema.getAnyOf(), schema.getOneOf())
        .filter(Objects::nonNull)
        .forEach(some -> some.forEach(one -> reach(document, (Schema<?>) one, found)));
    reach(document, schema.getItems(), found);
  }
}
