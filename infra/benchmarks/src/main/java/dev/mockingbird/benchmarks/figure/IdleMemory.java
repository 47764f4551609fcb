package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.stage.JvmMemory;
import dev.mockingbird.benchmarks.stage.Running;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What one more socket in a room costs while nobody types: resident after a collection, as the
/// kernel counts it.
record IdleMemory(int number, int fewRooms, int rooms, Bound bound) implements Figure {

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Running service = stage.frugalService(rooms);
    stage.service(fewRooms);
    JvmMemory few = JvmMemory.of(service);
    stage.service(rooms);
    JvmMemory many = JvmMemory.of(service);
    int sockets = 2 * (rooms - fewRooms);
    double resident = (many.residentKilobytes() - few.residentKilobytes()) / (double) sockets;
    double heap = (many.heapKilobytes() - few.heapKilobytes()) / (double) sockets;
    return List.of(
        new Line(
            number,
            "idle memory a connection, %,d open".formatted(2 * rooms),
            resident,
            "KB",
            bound,
            String.format(
                Locale.ROOT,
                "%.1f KB of it in the heap; with its share of %,d rooms; %,d MB resident",
                heap,
                rooms,
                many.residentKilobytes() / 1_024),
            ""));
  }
}
