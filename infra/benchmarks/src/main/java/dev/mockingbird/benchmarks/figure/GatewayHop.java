package dev.mockingbird.benchmarks.figure;

import static dev.mockingbird.benchmarks.figure.Contestants.FLOOR;
import static dev.mockingbird.benchmarks.figure.Contestants.SERVICE;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What the real gateway adds between browser and service, on the way in and on the way out.
record GatewayHop(int number, double rate, Bound hops, Bound millis) implements Figure {

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Party proxied = stage.throughGateway();
    int rooms = proxied.rooms();
    Party direct = stage.service(rooms);
    Party relay = stage.relay(rooms);
    Comparison passes = turns.take(List.of(relay, direct, proxied), rooms, rate);
    proxied.cutAll();
    stage.stopGateway();
    double floor = passes.latencies(FLOOR).p50();
    double without = passes.latencies(SERVICE).p50();
    double with = passes.latencies(proxied.server()).p50();
    String detail =
        String.format(
            Locale.ROOT,
            "relay %.2f ms, direct %.2f ms, through the gateway %.2f ms; %d rooms",
            floor,
            without,
            with,
            rooms);
    return List.of(
        new Line(
            number,
            "gateway hop, added p50, in relay hops",
            (with - without) / floor,
            "x",
            hops,
            detail,
            passes.doubt()),
        new Line(
            number, "gateway hop, added p50", with - without, "ms", millis, "", passes.doubt()));
  }
}
