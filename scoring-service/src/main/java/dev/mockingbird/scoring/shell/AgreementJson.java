package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.Agreement;
import dev.mockingbird.scoring.agreement.Calibrating;
import dev.mockingbird.scoring.agreement.CalibrationTrial;
import dev.mockingbird.scoring.agreement.Figure;
import dev.mockingbird.scoring.agreement.Measure;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Agreement for programs. A figure that has no value is null.
final class AgreementJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AgreementJson() {}

  static ObjectNode of(Scorer scorer, int unreadableLines, List<SetAgreement> sets) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("scorer")
        .put("name", scorer.name())
        .put("version", scorer.version())
        .put("calibration", scorer.calibration());
    json.put("unreadableLines", unreadableLines);
    var list = json.putArray("sets");
    sets.forEach(it -> fill(list.addObject(), it));
    return json;
  }

  static void add(Calibrating made, ObjectNode json) {
    ObjectNode calibration = json.putObject("calibration");
    calibration.put("name", made.calibration().name());
    var trials = calibration.putArray("trials");
    made.trials().forEach(it -> fill(trials.addObject(), it));
  }

  /// On questions that the calibration was not fitted on.
  private static void fill(ObjectNode json, CalibrationTrial trial) {
    json.put("language", code(trial.language())).put("folds", trial.folds());
    fill(json.putObject("changeOfRmseOf100"), trial.change());
    fill(json.putObject("shipped").put("intervalWidth", trial.shippedWidth()), trial.shipped());
    fill(json.putObject("own").put("intervalWidth", trial.ownWidth()), trial.own());
  }

  private static String code(Language language) {
    return language == Language.CHINESE ? "zh" : "en";
  }

  private static void fill(ObjectNode json, SetAgreement of) {
    json.put("set", of.set()).put("language", code(of.language()));
    fill(json, of.agreement());
  }

  private static void fill(ObjectNode json, Agreement agreement) {
    json.put("answers", agreement.answers())
        .put("questions", agreement.questions())
        .put("scored", agreement.scored());
    ObjectNode notScored = json.putObject("notScored");
    agreement.notScored().forEach(notScored::put);
    json.putObject("scale")
        .put("maxGrade", agreement.scale().max())
        .put("steps", agreement.scale().steps())
        .put("own", agreement.scale().own());
    json.put("tooFew", agreement.few());
    ObjectNode figures = json.putObject("figures");
    for (Measure measure : Measure.values()) {
      agreement
          .figure(measure)
          .ifPresentOrElse(
              it -> fill(figures.putObject(measure.wire()), it),
              () -> figures.putNull(measure.wire()));
    }
  }

  private static void fill(ObjectNode json, Figure figure) {
    json.put("value", figure.value());
    Figure.Interval interval = figure.interval();
    if (interval == null) {
      json.putNull("interval");
    } else {
      json.putArray("interval").add(interval.low()).add(interval.high());
    }
    json.put("answers", figure.answers()).put("questions", figure.questions());
  }
}
