package frontdesk.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.beans.Introspector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document at /v3/api-docs: what holds for many operations and no single one says. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final String PROBLEM = "Problem";
  private static final String REPEATABLE = "IdempotencyKey";
  private static final String BEARER = "bearer";
  private static final String COOKIE = "cookie";
  private static final String VISITOR = "visitor";

  private static final Map<String, String> REFUSALS =
      Map.of(
          "401", "No credential, or one that has ended",
          "403", "A credential without the right to this",
          "404", "Nothing here, or nothing of this business",
          "422", "Read and refused; `errors` names the fields",
          "429", "Over the limit; `Retry-After` says how long to wait");

  @Bean
  OpenAPI aboutTheApi() {
    var components =
        new Components()
            .addSchemas(PROBLEM, problem())
            .addParameters(
                REPEATABLE,
                new HeaderParameter()
                    .name("Idempotency-Key")
                    .schema(new StringSchema().maxLength(200))
                    .description(
                        "Makes a repeat harmless: within 24 hours it gets the first answer"))
            .addSecuritySchemes(BEARER, scheme(SecurityScheme.Type.HTTP).scheme("bearer"))
            .addSecuritySchemes(
                COOKIE,
                scheme(SecurityScheme.Type.APIKEY)
                    .in(SecurityScheme.In.COOKIE)
                    .name("fd_access")
                    .description(
                        "A browser's session. The business is named by X-Frontdesk-Business; what"
                            + " writes repeats the cookie XSRF-TOKEN in X-XSRF-TOKEN."))
            .addSecuritySchemes(
                VISITOR,
                scheme(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .description("A visitor's token, from POST …/chat/sessions"));
    components
        .getSecuritySchemes()
        .get(BEARER)
        .description("An access token, or an API key that starts with fd_");
    REFUSALS.forEach((status, words) -> components.addResponses(status, refusal(words)));
    return new OpenAPI()
        .info(
            new Info()
                .title("Frontdesk")
                .version("1")
                .description(
                    "The front desk of small businesses. Errors are problem details (RFC 9457);"
                        + " lists answer items and the cursor of the next page."))
        .components(components);
  }

  /** Named after its shell and its method, whatever else there is. */
  @Bean
  OperationCustomizer namesOfOperations() {
    return (operation, handler) -> {
      var shell = SchemaNames.stem(handler.getBeanType());
      var method = handler.getMethod().getName();
      operation.setOperationId(
          method.equalsIgnoreCase(shell)
              ? method
              : Introspector.decapitalize(shell)
                  + Character.toUpperCase(method.charAt(0))
                  + method.substring(1));
      if (Objects.equals(operation.getSummary(), operation.getDescription())) {
        operation.setDescription(null);
      }
      operation.setTags(List.of(shell));
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer everyOperation() {
    return document ->
        document
            .getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach((method, operation) -> complete(path, method, operation)));
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    var visitor = takeCredential(operation);
    var member =
        path.startsWith("/api/")
            && !path.startsWith("/api/public/")
            && !path.matches("/api/auth/(register|login|refresh|logout)");
    parameters(operation).forEach(ApiDocument::describe);
    if (visitor) {
      operation.addSecurityItem(new SecurityRequirement().addList(VISITOR));
    } else if (member) {
      operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
      operation.addSecurityItem(new SecurityRequirement().addList(COOKIE));
    }
    if (path.startsWith("/api/") && method != PathItem.HttpMethod.GET) {
      operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + REPEATABLE));
    }
    if (path.startsWith("/api/")) {
      refuse(operation, "401", member || visitor || path.matches("/api/auth/(login|refresh)"));
      refuse(operation, "403", member);
      refuse(operation, "404", path.contains("{"));
      refuse(operation, "422", operation.getRequestBody() != null || hasQuery(operation));
      refuse(operation, "429", true);
      operation.getResponses().addApiResponse("default", refusal("Refused"));
    }
  }

  /** A visitor's token is read by the handler itself, so it came as one of its headers. */
  private static boolean takeCredential(Operation operation) {
    return parameters(operation).stream().anyMatch(p -> "Authorization".equals(p.getName()))
        && operation.getParameters().removeIf(p -> "Authorization".equals(p.getName()));
  }

  private static void describe(Parameter parameter) {
    switch (Optional.ofNullable(parameter.getName()).orElse("")) {
      case "limit" ->
          parameter
              .description("How many at the most; 50 if left out")
              .getSchema()
              .minimum(BigDecimal.ONE)
              .maximum(BigDecimal.valueOf(200));
      case "cursor" -> parameter.description("`next` of the part before");
      case "Last-Event-ID", "lastEventId" ->
          parameter.description("The last event heard; those after it follow");
      case "slug" -> parameter.description("The business's name in addresses");
      default -> {}
    }
  }

  private static boolean hasQuery(Operation operation) {
    return parameters(operation).stream().anyMatch(p -> "query".equals(p.getIn()));
  }

  private static List<Parameter> parameters(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of());
  }

  private static void refuse(Operation operation, String status, boolean may) {
    if (may && !operation.getResponses().containsKey(status)) {
      operation
          .getResponses()
          .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status));
    }
  }

  private static ApiResponse refusal(String words) {
    return new ApiResponse()
        .description(words)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static SecurityScheme scheme(SecurityScheme.Type type) {
    return new SecurityScheme().type(type);
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("A refusal (RFC 9457); some carry more, as `alternatives` of slot-taken")
        .addProperty("type", new StringSchema().description("Its last path segment is stable"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new JsonSchema().typesItem("integer"))
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
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
}
