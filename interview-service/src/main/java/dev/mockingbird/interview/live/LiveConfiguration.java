package dev.mockingbird.interview.live;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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

  private static final int PART_CHARS = 1024;
  private static final int FRAME_BUFFER = 4 * 1024;
  private static final int SOCKET_BUFFER = 4 * 1024;

  @Bean
  WebSocketConfigurer roomSocket(
      LiveEndpoint endpoint, @Value("${mockingbird.public.url}") String publicUrl) {
    return registry -> registry.addHandler(endpoint, "/ws/rooms/*").setAllowedOrigins(publicUrl);
  }

  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(PART_CHARS);
    container.setMaxBinaryMessageBufferSize(PART_CHARS);
    container.setMaxSessionIdleTimeout(90_000L);
    return container;
  }

  /// Thousands of sockets are open and silent, and each has its buffers: they are as small as
  /// serves a keystroke, and longer frames are read and written in several pieces.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
    return factory -> {
      System.setProperty(
          "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", Integer.toString(FRAME_BUFFER));
      factory.addConnectorCustomizers(
          connector -> {
            connector.setProperty("socket.appReadBufSize", Integer.toString(SOCKET_BUFFER));
            connector.setProperty("socket.appWriteBufSize", Integer.toString(SOCKET_BUFFER));
          });
    };
  }
}
