package dev.mockingbird.eventlog;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Starts the consumer that builds a view, as soon as the stores answer, and looks after the view
/// from then on.
///
/// Where the view is missing (at the first start, or because somebody threw it away, be it while it
/// is in use) its consumer group is forgotten before it is made anew, so that it is built from the
/// beginning of the topics. Each instance looks for itself: Kafka does not forget a group that
/// another instance still reads for, and that one soon sees the same and stops.
public final class ViewKeeper {

  private static final Logger log = LoggerFactory.getLogger(ViewKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final View view;
  private final MessageListenerContainer consumer;
  private final String bootstrap;

  private ViewKeeper(View view, MessageListenerContainer consumer, String bootstrap) {
    this.view = view;
    this.consumer = consumer;
    this.bootstrap = bootstrap;
  }

  /// What a consumer group builds, in a store that may lose it.
  public interface View {

    boolean exists() throws IOException;

    /// Makes what is missing of it, empty; another instance may be just ahead.
    void create() throws IOException;
  }

  /// @param consumer not started by anybody else; writing to a view that is missing must fail
  public static PatientWork keep(View view, MessageListenerContainer consumer, String bootstrap) {
    consumer.setAutoStartup(false);
    ViewKeeper keeper = new ViewKeeper(view, consumer, bootstrap);
    return new PatientWork("The view of " + consumer.getGroupId(), PAUSE, keeper::look);
  }

  private boolean look() throws IOException, ExecutionException, InterruptedException {
    if (!view.exists()) {
      consumer.stop();
      forgetGroup();
      view.create();
      log.info("The view of {} is built from the log", consumer.getGroupId());
    }
    if (!consumer.isRunning()) {
      consumer.start();
    }
    return false;
  }

  private void forgetGroup() throws ExecutionException, InterruptedException {
    String group = Objects.requireNonNull(consumer.getGroupId());
    try {
      BrokerErrand.run(bootstrap, admin -> admin.deleteConsumerGroups(List.of(group)).all().get());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }
}
