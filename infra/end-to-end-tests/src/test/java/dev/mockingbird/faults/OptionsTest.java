package dev.mockingbird.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path HOME = Path.of("/home");

  @Test
  void readsAProgramAndItsOptions() {
    Options options =
        Options.parse(
            new String[] {"kill-redis", "--seed", "7", "--rounds", "3", "--seconds", "2", "--keep"},
            HOME,
            1);

    assertThat(options.program()).isEqualTo(Program.KILL_REDIS);
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.rounds()).hasValue(3);
    assertThat(options.seconds()).hasValue(2);
    assertThat(options.rooms()).isEmpty();
    assertThat(options.keep()).isTrue();
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Options.parse(new String[] {"flood"}, HOME, 1))
        .hasMessage("There is no program flood.");
    assertThatThrownBy(() -> Options.parse(new String[] {"cut", "--rounds", "0"}, HOME, 1))
        .hasMessage("--rounds needs a number above 0.");
    assertThatThrownBy(() -> Options.parse(new String[] {"cut", "--loud"}, HOME, 1))
        .hasMessage("There is no option --loud.");
  }

  @Test
  void namesEveryProgram() {
    assertThat(Options.usage()).contains("typing", "stops-reading", "disk-full");
  }
}
