package dev.mockingbird.interview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class InterviewService {

  static void main(String[] args) {
    SpringApplication.run(InterviewService.class, args);
  }
}
