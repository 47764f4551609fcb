package dev.mockingbird.interview.booking;

import dev.mockingbird.interview.web.Caller;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/interviews")
class InterviewController {

  private final BookingService booking;
  private final InvitationService invitations;
  private final InterviewReader reader;

  InterviewController(
      BookingService booking, InvitationService invitations, InterviewReader reader) {
    this.booking = booking;
    this.invitations = invitations;
    this.reader = reader;
  }

  @PostMapping
  ResponseEntity<Views.Detail> book(
      Principal principal, @RequestBody Requests.Book request, Command command) {
    Caller caller = Caller.of(principal);
    if (!caller.interviewer()) {
      throw Problems.forbidden(
          "Only interviewers may book interviews. Ask an organiser for the role.");
    }
    String id = booking.book(caller, BookingRules.check(request), command);
    return ResponseEntity.created(URI.create("/api/interviews/" + id))
        .body(reader.detail(caller, id));
  }

  @GetMapping
  Views.Summaries list(Principal principal) {
    return new Views.Summaries(reader.list(Caller.of(principal)));
  }

  @GetMapping("/{id}")
  Views.Detail detail(Principal principal, @PathVariable String id) {
    return reader.detail(Caller.of(principal), id);
  }

  @PostMapping("/{id}/questions")
  Views.Detail plan(
      Principal principal,
      @PathVariable String id,
      @RequestBody Requests.Plan request,
      Command command) {
    Caller caller = Caller.of(principal);
    reader.requireInterviewer(caller, id);
    String question = request.questionId();
    if (question == null || question.isBlank()) {
      throw Problems.invalid("questionId", "Name the question to add.");
    }
    booking.plan(caller, id, question, command);
    return reader.detail(caller, id);
  }

  @PostMapping("/{id}/invitations")
  ResponseEntity<Views.InvitationView> invite(
      Principal principal,
      @PathVariable String id,
      @RequestBody Requests.Invite request,
      Command command) {
    Caller caller = Caller.of(principal);
    reader.requireInterviewer(caller, id);
    String invitation = invitations.issue(caller, id, request, command);
    return ResponseEntity.created(
            URI.create("/api/interviews/" + id + "/invitations/" + invitation))
        .body(reader.invitation(id, invitation));
  }

  @DeleteMapping("/{id}/invitations/{invitation}")
  ResponseEntity<Void> revoke(
      Principal principal,
      @PathVariable String id,
      @PathVariable String invitation,
      Command command) {
    Caller caller = Caller.of(principal);
    reader.requireInterviewer(caller, id);
    invitations.revoke(caller, id, invitation, command);
    return ResponseEntity.noContent().build();
  }
}
