package dev.mockingbird.eventlog;

import dev.mockingbird.events.Topics;
import java.time.Duration;

/// Sees to it that the topics exist, as soon as Kafka can be reached; no service waits for it.
final class TopicsAtStart extends PatientWork {

  TopicsAtStart(TopicCreator creator) {
    super(
        "The creation of topics",
        Duration.ofSeconds(2),
        () -> {
          creator.create(Topics.all());
          return true;
        });
  }
}
