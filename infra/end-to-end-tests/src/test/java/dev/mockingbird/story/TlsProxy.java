package dev.mockingbird.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// Ends TLS in front of a gateway, as a proxy on the way to it does, with a certificate of its own
/// making for `localhost`.
final class TlsProxy implements AutoCloseable {

  static final String PASSWORD = "changeit";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path store;
  private final SSLContext context;
  private final SSLServerSocket door;

  TlsProxy(Path folder) throws IOException, GeneralSecurityException {
    store = folder.resolve("tls.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException("keytool made no certificate");
    }
    context = context();
    door =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  String url() {
    return "https://localhost:" + door.getLocalPort();
  }

  /// With the certificate, to be trusted.
  Path store() {
    return store;
  }

  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("tls", keys.getCertificate("tls"));
    trusted.init(certificates);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return made;
  }

  /// Passes everything on to this loopback port from now on.
  void forwardTo(int port) {
    threads.execute(
        () -> {
          while (!door.isClosed()) {
            try {
              Socket browser = door.accept();
              Socket gateway = new Socket(InetAddress.getLoopbackAddress(), port);
              threads.execute(() -> pass(browser, gateway));
              threads.execute(() -> pass(gateway, browser));
            } catch (IOException _) {
              // Closed, or the gateway is away: the browser sees its connection end.
            }
          }
        });
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side hung up, and so does the other.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
