package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At most one process works on a data folder. The kernel frees the lock of a process that dies, so
/// a left-over file means nothing.
final class InstallationLock implements AutoCloseable {

  private final FileChannel channel;

  private InstallationLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Who holds it.
  ///
  /// @param command of `./mockingbird`
  record Holder(ProcessHandle process, String command) {

    boolean runsTheInstallation() {
      return command.equals("up");
    }

    String sentence(DataFolder folder) {
      return runsTheInstallation()
          ? "Mockingbird is running already on %s (process %d): stop it with ./mockingbird down."
              .formatted(folder.root(), process.pid())
          : "./mockingbird %s works on %s (process %d): wait until it is done."
              .formatted(command, folder.root(), process.pid());
    }
  }

  /// Empty when somebody else holds it; see [#holder].
  ///
  /// @param command of `./mockingbird`, for the others to see
  static Optional<InstallationLock> tryTake(DataFolder folder, String command) throws IOException {
    folder.createRoot();
    FileChannel channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            (ProcessHandle.current().pid() + " " + command).getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new InstallationLock(channel));
  }

  static Optional<Holder> holder(DataFolder folder) throws IOException {
    Path file = folder.lock();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (lock(channel) != null) {
        return Optional.empty();
      }
    }
    String[] written = Files.readString(file).strip().split(" ", 2);
    return written.length == 2 && written[0].matches("\\d+")
        ? ProcessHandle.of(Long.parseLong(written[0]))
            .map(process -> new Holder(process, written[1]))
        : Optional.empty();
  }

  /// Why [#tryTake] did not get it.
  static String refusal(DataFolder folder) throws IOException {
    return holder(folder)
        .map(holder -> holder.sentence(folder))
        .orElse("Another ./mockingbird works on " + folder.root() + ".");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }
}
