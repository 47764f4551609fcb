package dev.mockingbird.interview;

import dev.mockingbird.eventlog.EventLogConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@Import(EventLogConfiguration.class)
public class InterviewService {

  static void main(String[] args) {
    SpringApplication.run(InterviewService.class, args);
  }
}
