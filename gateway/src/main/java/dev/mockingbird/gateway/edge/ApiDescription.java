package dev.mockingbird.gateway.edge;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The gateway's own part of the HTTP interface, as OpenAPI; the services describe theirs.
@RestController
class ApiDescription {

  private static final Resource OPENAPI = new ClassPathResource("openapi.yaml");

  @GetMapping(path = "/api/docs/gateway", produces = "application/yaml")
  Resource describe() {
    return OPENAPI;
  }
}
