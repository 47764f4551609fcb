package dev.mockingbird.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets no body through that is larger than any service wants to hold in memory: by what its header
/// says, and by counting, for a chunked body says nothing.
@Component
class BodyLimit implements GlobalFilter, Ordered {

  private final long limit;

  BodyLimit(@Value("${mockingbird.limits.body:10MB}") DataSize limit) {
    this.limit = limit.toBytes();
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 50;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    return request.getHeaders().getContentLength() > limit
        ? Mono.error(tooLarge())
        : chain.filter(exchange.mutate().request(new Counted(request)).build());
  }

  private ResponseStatusException tooLarge() {
    return new ResponseStatusException(
        HttpStatus.CONTENT_TOO_LARGE, "A body may have at most " + limit + " bytes.");
  }

  private final class Counted extends ServerHttpRequestDecorator {

    Counted(ServerHttpRequest request) {
      super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      AtomicLong read = new AtomicLong();
      return super.getBody()
          .handle(
              (part, sink) -> {
                if (read.addAndGet(part.readableByteCount()) > limit) {
                  DataBufferUtils.release(part);
                  sink.error(tooLarge());
                } else {
                  sink.next(part);
                }
              });
    }
  }
}
