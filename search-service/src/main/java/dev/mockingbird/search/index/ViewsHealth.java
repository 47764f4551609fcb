package dev.mockingbird.search.index;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether there is something to search in.
@Component("viewsHealthIndicator")
class ViewsHealth implements HealthIndicator {

  private final List<IndexedView> views;

  ViewsHealth(List<IndexedView> views) {
    this.views = views;
  }

  @Override
  public Health health() {
    try {
      for (IndexedView view : views) {
        if (!view.exists()) {
          return Health.down().build();
        }
      }
      return Health.up().build();
    } catch (IOException | RuntimeException e) {
      return Health.down(e).build();
    }
  }
}
