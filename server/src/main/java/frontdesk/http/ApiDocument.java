package frontdesk.http;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document at /v3/api-docs: what the code cannot say by itself. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI aboutTheApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Frontdesk")
                .version("1")
                .description(
                    "The front desk of small businesses. Errors are problem details (RFC 9457);"
                        + " lists answer items and the cursor of the next page."))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                    "bearer",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An access token, or an API key that starts with fd_"))
                .addSecuritySchemes(
                    "cookie",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("fd_access")));
  }

  private final Names names = new Names();

  @Bean
  OpenApiCustomizer everyOperation() {
    return document -> {
      document.getComponents().getSchemas().forEach(this::require);
      document
          .getPaths()
          .forEach((path, item) -> item.readOperations().forEach(op -> complete(path, op)));
    };
  }

  /** A nested record goes by its shell's name too: BusinessChange, SetupChange. */
  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
  }

  private static final class Names extends TypeNameResolver {

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
      var name = nameOf(type);
      types.put(name, type);
      return name;
    }

    private static String nameOf(Class<?> type) {
      var outer = type.getEnclosingClass();
      var name = type.getSimpleName();
      if (outer == null) {
        return name;
      }
      var prefix = outer.getSimpleName().replaceAll("Controller$", "");
      return name.startsWith(prefix) ? name : prefix + name;
    }
  }

  private static void complete(String path, Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    if (path.startsWith("/api/")
        && !path.startsWith("/api/public/")
        && !path.startsWith("/api/auth/")) {
      operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
      operation.addSecurityItem(new SecurityRequirement().addList("cookie"));
    }
  }

  /** Components of records are there, unless they may be null or empty. */
  private void require(String name, Schema<?> schema) {
    var type = names.types.get(name);
    if (type == null || !type.isRecord() || schema.getProperties() == null) {
      return;
    }
    schema.setRequired(
        Arrays.stream(type.getRecordComponents())
            .filter(ApiDocument::isAlwaysThere)
            .map(RecordComponent::getName)
            .filter(schema.getProperties().keySet()::contains)
            .toList());
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema().description("Its last path segment is stable"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new Schema<>().type("integer"))
        .addProperty("detail", new StringSchema())
        .addProperty("correlationId", new StringSchema())
        .addProperty(
            "errors",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("message", new StringSchema())
                        .required(List.of("field", "message"))))
        .required(List.of("type", "title", "status", "detail", "correlationId"));
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    return component.getType() != Optional.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
