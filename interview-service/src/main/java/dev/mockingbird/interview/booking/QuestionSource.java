package dev.mockingbird.interview.booking;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.RoomCommand;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Questions out of the bank, copied whole when they are picked; a room never asks again.
@Component
class QuestionSource {

  record Picked(QuestionSnapshot question, StaffMaterial staff) {

    RoomCommand.PlanQuestion planned() {
      return new RoomCommand.PlanQuestion(question, staff);
    }
  }

  private final RestClient bank;

  QuestionSource(RestClient.Builder builder, @Value("${mockingbird.search.url}") String url) {
    this.bank =
        builder
            .baseUrl(url)
            .requestFactory(
                ClientHttpRequestFactoryBuilder.jdk()
                    .build(
                        HttpClientSettings.defaults()
                            .withConnectTimeout(Duration.ofSeconds(2))
                            .withReadTimeout(Duration.ofSeconds(5))))
            .build();
  }

  /// @param authorization the caller's own, so that the bank applies the caller's rights
  Picked pick(String question, String authorization) {
    try {
      Picked picked =
          bank.get()
              .uri("/api/questions/{id}/snapshot", question)
              .header(HttpHeaders.AUTHORIZATION, authorization)
              .retrieve()
              .body(Picked.class);
      if (picked == null) {
        throw Problems.noSuchQuestion(question);
      }
      if (picked.planned().length() > Questions.LONGEST) {
        throw Problems.questionTooLong(picked.question().title());
      }
      return picked;
    } catch (HttpClientErrorException.NotFound e) {
      throw Problems.noSuchQuestion(question);
    } catch (HttpClientErrorException.Forbidden e) {
      throw Problems.forbidden("Only interviewers may pick questions from the bank.");
    } catch (RestClientException e) {
      throw Problems.bankUnavailable(e);
    }
  }
}
