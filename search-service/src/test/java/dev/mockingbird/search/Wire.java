package dev.mockingbird.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The wire to a store, for one instance alone: a test cuts it, holds it, and mends it.
public final class Wire implements AutoCloseable {

  private enum State {
    WHOLE,
    /// Takes everything and brings nothing.
    HELD,
    CUT
  }

  private final ServerSocket door;
  private final URI store;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private State state = State.WHOLE;

  public Wire(String store) {
    this.store = URI.create(store);
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// The store's address at this end of the wire.
  public String uri() {
    return store.getScheme() + "://127.0.0.1:" + door.getLocalPort();
  }

  public void cut() {
    set(State.CUT);
    sockets.forEach(Wire::closeQuietly);
  }

  public void hold() {
    set(State.HELD);
  }

  public void mend() {
    set(State.WHOLE);
  }

  private synchronized void set(State next) {
    state = next;
    notifyAll();
  }

  private synchronized State state() {
    return state;
  }

  private synchronized void awaitWhole() throws IOException {
    try {
      while (state == State.HELD) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket near = door.accept();
        sockets.add(near);
        if (state() == State.CUT) {
          closeQuietly(near);
        } else {
          Socket far = new Socket();
          sockets.add(far);
          far.connect(new InetSocketAddress(store.getHost(), store.getPort()));
          Thread.ofVirtual().start(() -> carry(near, far));
          Thread.ofVirtual().start(() -> carry(far, near));
        }
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitWhole();
        out.write(buffer, 0, n);
      }
    } catch (IOException _) {
      // One end hung up: so does the other.
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
