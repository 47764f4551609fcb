package dev.mockingbird.gateway;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The only door: signs people in, keeps their sessions, and passes their requests on under a token
/// that the services trust.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

  static void main(String[] args) {
    SpringApplication.run(Gateway.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
