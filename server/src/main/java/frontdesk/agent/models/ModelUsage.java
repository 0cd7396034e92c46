package frontdesk.agent.models;

/**
 * What one call to a model took, failed calls included.
 *
 * @param inputTokens all of the prompt, the cached part too
 * @param costMicros millionths of a US dollar, by {@link Prices}
 * @param outcome answered, failed or cancelled
 */
public record ModelUsage(
    String provider,
    String model,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long costMicros,
    long millis,
    String outcome) {}
