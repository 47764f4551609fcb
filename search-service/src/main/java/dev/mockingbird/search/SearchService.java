package dev.mockingbird.search;

import dev.mockingbird.eventlog.EventLogConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@Import(EventLogConfiguration.class)
public class SearchService {

  static void main(String[] args) {
    SpringApplication.run(SearchService.class, args);
  }
}
