package dev.mockingbird.search.bank.door;

import java.util.List;

/// What somebody handed in, opened: its files as text, in the order of their names.
public final class Upload {

  private final List<SourceFile> files;
  private final List<LeftOut> left;
  private final String sha256;

  Upload(List<SourceFile> files, List<LeftOut> left, String sha256) {
    this.files = files;
    this.left = left;
    this.sha256 = sha256;
  }

  /// @param handedIn files with their relative names, and archives, which are unpacked
  public static Upload open(List<NamedBytes> handedIn, Limits limits) throws UploadRefused {
    Opening opening = new Opening(limits, handedIn.size() == 1);
    for (NamedBytes it : handedIn) {
      opening.take(it);
    }
    return opening.opened();
  }

  public List<SourceFile> files() {
    return files;
  }

  /// Files that were not read, each with its reason.
  public List<LeftOut> left() {
    return left;
  }

  /// Of all files that were read, names and bytes.
  public String sha256() {
    return sha256;
  }
}
