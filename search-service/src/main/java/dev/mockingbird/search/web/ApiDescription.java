package dev.mockingbird.search.web;

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
                .title("Mockingbird search-service")
                .version("1")
                .description(
                    "The question bank, search in it, and finished interviews. Refusals are problem"
                        + " details (RFC 9457) with a stable code."));
  }
}
