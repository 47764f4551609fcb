package dev.mockingbird.gateway.secret;

import dev.mockingbird.gateway.problem.StartRefused;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Vault vault(@Value("${mockingbird.installation.key.file:}") String file) {
    if (file.isBlank()) {
      throw new StartRefused(
          "MOCKINGBIRD_INSTALLATION_KEY_FILE is not set. Name a file with 32 random bytes in"
              + " Base64, the same for all services (openssl rand -base64 32).");
    }
    return Vault.of(Path.of(file));
  }
}
