package dev.mockingbird.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class UnexpectedErrorsTest {

  private static final Route SEARCH =
      Route.async().id("search-service").uri("http://127.0.0.1:1").predicate(_ -> true).build();

  @Test
  void namesTheServiceThatCannotBeReached() {
    Problem problem = UnexpectedErrors.problem(new ConnectException("refused"), SEARCH);

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(problem.fields()).isEqualTo(Map.of("service", "search-service"));
  }

  @Test
  void namesTheServiceThatIsTooSlow() {
    Problem late =
        UnexpectedErrors.problem(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), SEARCH);

    assertThat(late.code()).isEqualTo("SERVICE_TIMEOUT");
    assertThat(UnexpectedErrors.problem(ReadTimeoutException.INSTANCE, SEARCH)).isEqualTo(late);
  }

  @Test
  void saysThatRedisIsAwayWhateverLayerNoticed() {
    Problem noticedBySpring =
        UnexpectedErrors.problem(new RedisConnectionFailureException("refused"), null);

    assertThat(noticedBySpring.status()).isEqualTo(503);
    assertThat(noticedBySpring.fields()).isEqualTo(Map.of("service", "redis"));
    assertThat(UnexpectedErrors.problem(new RedisCommandTimeoutException("5 s"), SEARCH))
        .isEqualTo(noticedBySpring);
  }

  @Test
  void tellsNobodyWhatWentWrongInside() {
    Problem problem = UnexpectedErrors.problem(new IllegalStateException("secret detail"), null);

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo("INTERNAL_ERROR");
    assertThat(problem.detail()).doesNotContain("secret").contains("X-Correlation-Id");
  }
}
