package dev.mockingbird.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SearchService {

  static void main(String[] args) {
    SpringApplication.run(SearchService.class, args);
  }
}
