package dev.mockingbird.interview.room;

import java.net.URI;
import java.net.URISyntaxException;

/// Where the people of a room talk: an address that a page may safely make a link of.
public final class CallLink {

  private static final int LONGEST = 2_000;

  private CallLink() {}

  public static boolean isAcceptable(String url) {
    if (url.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = new URI(url);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
