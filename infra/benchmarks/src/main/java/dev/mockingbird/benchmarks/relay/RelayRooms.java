package dev.mockingbird.benchmarks.relay;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is at which path. For one event loop.
final class RelayRooms {

  private final Map<String, List<Channel>> rooms = new HashMap<>();

  List<Channel> enter(String path, Channel channel) {
    List<Channel> room = rooms.computeIfAbsent(path, _ -> new ArrayList<>(2));
    room.add(channel);
    return room;
  }
}
