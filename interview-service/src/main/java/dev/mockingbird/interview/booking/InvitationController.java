package dev.mockingbird.interview.booking;

import dev.mockingbird.interview.web.Caller;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invitations/{token}")
class InvitationController {

  private final InvitationService invitations;

  InvitationController(InvitationService invitations) {
    this.invitations = invitations;
  }

  @GetMapping
  Views.OpenedInvitation open(Principal principal, @PathVariable String token) {
    return invitations.open(Caller.of(principal), token);
  }

  @PostMapping("/acceptance")
  Views.Accepted accept(Principal principal, @PathVariable String token, Command command) {
    return new Views.Accepted(invitations.accept(Caller.of(principal), token, command));
  }
}
