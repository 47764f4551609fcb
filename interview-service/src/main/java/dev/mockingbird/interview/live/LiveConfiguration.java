package dev.mockingbird.interview.live;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableScheduling
class LiveConfiguration {

  private static final int FRAME_BYTES = 256 * 1024;

  @Bean
  WebSocketConfigurer roomSocket(
      LiveEndpoint endpoint, @Value("${mockingbird.public.url}") String publicUrl) {
    return registry -> registry.addHandler(endpoint, "/ws/rooms/*").setAllowedOrigins(publicUrl);
  }

  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(FRAME_BYTES);
    container.setMaxSessionIdleTimeout(90_000L);
    return container;
  }
}
