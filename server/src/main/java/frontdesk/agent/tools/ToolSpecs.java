package frontdesk.agent.tools;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import java.util.Set;

/**
 * The tools as an outside model is told of them. Names and arguments are read by {@link ToolCalls}.
 */
public final class ToolSpecs {

  private static final String SERVICE = "Name of the service, as find_services gives it";
  private static final String WHEN =
      "The customer's own words about day and time (as \"tomorrow after 5\", \"sabato mattina\"),"
          + " or the `start` of a time that find_times gave. Never a date you worked out yourself";
  private static final String PROVIDER = "Name of the person wished for; leave out for anyone";
  private static final String APPOINTMENT = "The `id` that my_appointments gave";

  static final Set<String> WRITERS =
      Set.of(
          "propose_booking", "propose_move", "propose_cancel", "confirm_proposal", "leave_details");

  private static final List<ToolSpecification> ALL =
      List.of(
          tool("find_services", "What can be booked: names, minutes, prices, people.", schema()),
          tool(
              "find_times",
              "Free times for a service.",
              schema()
                  .addStringProperty("service", SERVICE)
                  .addStringProperty("when", WHEN)
                  .addStringProperty("provider", PROVIDER)
                  .required("service", "when")),
          tool(
              "propose_booking",
              "Keeps a time for ten minutes and gives the deal to repeat to the customer. Books"
                  + " nothing.",
              schema()
                  .addStringProperty("service", SERVICE)
                  .addStringProperty("when", WHEN)
                  .addStringProperty("provider", PROVIDER)
                  .addStringProperty("name", "Name of who comes")
                  .addStringProperty("phone", "Phone number as the customer wrote it")
                  .required("service", "when", "name", "phone")),
          tool(
              "propose_move",
              "Proposes another time for an appointment of this customer. Moves nothing.",
              schema()
                  .addStringProperty("appointment", APPOINTMENT)
                  .addStringProperty("when", WHEN)
                  .addStringProperty("provider", PROVIDER)
                  .required("appointment", "when")),
          tool(
              "propose_cancel",
              "Proposes to cancel an appointment of this customer. Cancels nothing.",
              schema().addStringProperty("appointment", APPOINTMENT).required("appointment")),
          tool(
              "confirm_proposal",
              "Carries a proposal out, once the customer has answered its deal with a yes.",
              schema()
                  .addStringProperty("proposal", "The `proposal` that a propose tool gave")
                  .required("proposal")),
          tool("my_appointments", "This customer's own appointments to come.", schema()),
          tool("business_facts", "Opening hours, closed days, address, phone, e-mail.", schema()),
          tool(
              "leave_details",
              "Keeps what the customer said of themselves.",
              schema()
                  .addStringProperty("name")
                  .addStringProperty("phone")
                  .addStringProperty("email")),
          tool(
              "handoff",
              "Passes the conversation to a person of the business, who will answer here.",
              schema()
                  .addStringProperty("reason", "A few words")
                  .addStringProperty("summary", "What the customer wants and what is known so far")
                  .required("reason")));

  private ToolSpecs() {}

  public static List<ToolSpecification> all() {
    return ALL;
  }

  /** It only looks things up. */
  public static boolean isReader(String name) {
    return !WRITERS.contains(name) && !name.equals("handoff");
  }

  private static JsonObjectSchema.Builder schema() {
    return JsonObjectSchema.builder();
  }

  private static ToolSpecification tool(
      String name, String description, JsonObjectSchema.Builder arguments) {
    return ToolSpecification.builder()
        .name(name)
        .description(description)
        .parameters(arguments.build())
        .build();
  }
}
