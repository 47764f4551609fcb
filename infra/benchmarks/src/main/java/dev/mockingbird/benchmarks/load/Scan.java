package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// Reads single values out of a server's JSON without parsing all of it: the generator must stay
/// cheaper than what it measures. Good only for frames whose texts hold no such key, as ours do.
final class Scan {

  /// A key as it stands in compact JSON.
  record Key(ByteBuf bytes) {
    static Key number(String name) {
      return of("\"" + name + "\":");
    }

    static Key text(String name) {
      return of("\"" + name + "\":\"");
    }

    static Key of(String literal) {
      return new Key(
          Unpooled.unreleasableBuffer(
              Unpooled.copiedBuffer(literal, StandardCharsets.UTF_8).asReadOnly()));
    }
  }

  private Scan() {}

  /// @return -1 when it is not there
  static long number(ByteBuf json, Key key) {
    int at = after(json, key);
    if (at < 0) {
      return -1;
    }
    long number = 0;
    for (; at < json.writerIndex(); at++) {
      int digit = json.getByte(at) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// @return empty when it is not there
  static String text(ByteBuf json, Key key) {
    int at = after(json, key);
    if (at < 0) {
      return "";
    }
    int end = json.indexOf(at, json.writerIndex(), (byte) '"');
    return json.toString(at, end - at, StandardCharsets.UTF_8);
  }

  static boolean has(ByteBuf json, Key key) {
    return ByteBufUtil.indexOf(key.bytes(), json) >= 0;
  }

  static int count(ByteBuf json, Key key) {
    ByteBuf rest = json.duplicate();
    int count = 0;
    int at = ByteBufUtil.indexOf(key.bytes(), rest);
    while (at >= 0) {
      count++;
      rest.readerIndex(at + key.bytes().readableBytes());
      at = ByteBufUtil.indexOf(key.bytes(), rest);
    }
    return count;
  }

  private static int after(ByteBuf json, Key key) {
    int at = ByteBufUtil.indexOf(key.bytes(), json);
    return at < 0 ? -1 : at + key.bytes().readableBytes();
  }
}
