package dev.mockingbird.scoring.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI description cannot read from the code.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Mockingbird scoring-service")
                .version("1")
                .description(
                    "Reports, and the scorer on trial. Refusals are problem details (RFC 9457) with"
                        + " a stable code."));
  }
}
