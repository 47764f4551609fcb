package dev.mockingbird.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// An opaque person: issuer and numeric id (`github.com:583231`), never a login. `system` acts
/// where no person does.
public record PersonId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("system|[a-z0-9.-]{1,100}:[0-9]{1,20}");

  public static final PersonId SYSTEM = new PersonId("system");

  @JsonCreator
  public PersonId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A person id looks like github.com:583231");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
