package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.List;

/// One of the figures that the product has to reach.
public interface Figure {

  /// Its place in the table.
  int number();

  /// @return its lines, of which the first is the figure itself
  List<Line> measure(Stage stage, Turns turns) throws IOException;
}
