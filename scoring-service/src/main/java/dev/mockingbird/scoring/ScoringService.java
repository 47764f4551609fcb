package dev.mockingbird.scoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ScoringService {

  static void main(String[] args) {
    SpringApplication.run(ScoringService.class, args);
  }
}
