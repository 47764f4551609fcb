package dev.mockingbird.scoring.trial;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// A line of a file of JSON Lines.
///
/// @param number 1 for the first
/// @param bytes without the line end; of a line that is too long only the beginning
/// @param whole false where the line is too long
public record Line(long number, byte[] bytes, boolean whole) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JsonNode json() throws Unreadable {
    if (!whole) {
      throw new Unreadable(
          "", "It has more than " + Lines.LONGEST / 1_000_000 + " MB: shorten it.");
    }
    String text = text();
    try {
      return JSON.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new Unreadable("", "The JSON is nested too deeply, or a name or number is too long.");
    } catch (MismatchedInputException e) {
      throw new Unreadable("", "Something follows the object: write one object a line.");
    } catch (JacksonException e) {
      long place = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw new Unreadable(
          "",
          place > text.length()
              ? "The JSON breaks off: write the whole object into one line, line ends in it as \\n."
              : "It is not JSON from character "
                  + place
                  + " on; a line is like {\"question\":\"…\"}.");
    }
  }

  private String text() throws Unreadable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, to, true);
    if (result.isError()) {
      throw new Unreadable(
          "",
          "Byte "
              + (from.position() + 1)
              + " is not UTF-8: save the file as UTF-8 (iconv -f GB18030 -t UTF-8 for a Chinese"
              + " one).");
    }
    return to.flip().toString();
  }
}
