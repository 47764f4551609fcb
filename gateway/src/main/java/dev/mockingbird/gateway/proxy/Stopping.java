package dev.mockingbird.gateway.proxy;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Tells open sockets that the gateway is about to stop. Without it the stop would wait for them,
/// in vain, and then cut them off.
@Component
class Stopping implements ApplicationListener<ContextClosedEvent> {

  private final Sinks.Empty<Void> begun = Sinks.empty();

  /// Completes when the gateway begins to stop.
  Mono<Void> begun() {
    return begun.asMono();
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    begun.tryEmitEmpty();
  }
}
