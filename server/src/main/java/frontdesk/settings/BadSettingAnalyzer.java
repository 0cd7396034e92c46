package frontdesk.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * A setting that shows to be wrong only while starting is said in its sentence, without a trace.
 */
class BadSettingAnalyzer extends AbstractFailureAnalyzer<BadSetting> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadSetting cause) {
    return new FailureAnalysis(
        "Frontdesk does not start: " + cause.getMessage() + ".", "See docs/operations.md.", cause);
  }
}
