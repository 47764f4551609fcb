package dev.mockingbird.stack;

import static dev.mockingbird.stack.Store.KAFKA;
import static dev.mockingbird.stack.Store.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@LocalStack({REDIS, KAFKA})
class LocalStackIT {

  @Test
  void handsOutTheSameStoresToEverybody(Stores stores) {
    Stores again = Stores.shared(KAFKA, REDIS);
    assertThat(again.redisUri()).isEqualTo(stores.redisUri()).startsWith("redis://127.0.0.1:");
    assertThat(again.kafkaBootstrap()).isEqualTo(stores.kafkaBootstrap()).startsWith("127.0.0.1:");
  }

  @Test
  void givesATestClassAServerOfItsOwn(Stores stores, RedisServer own) {
    assertThat(own.uri()).isNotEqualTo(stores.redisUri());
  }

  @Test
  void saysWhichStoreWasNotAskedFor(Stores stores) {
    assertThatThrownBy(stores::elasticsearchUri)
        .hasMessageContaining("Stores.shared(ELASTICSEARCH)");
  }
}
