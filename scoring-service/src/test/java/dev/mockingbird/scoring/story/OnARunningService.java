package dev.mockingbird.scoring.story;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Stories that share one service as it is installed.
@LocalStack({Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH})
abstract class OnARunningService {

  @TempDir static Path folder;
  static Running on;

  @BeforeAll
  static void start(Stores stores) throws Exception {
    on = new Running(stores, folder);
  }

  @AfterAll
  static void stop() {
    on.close();
  }
}
