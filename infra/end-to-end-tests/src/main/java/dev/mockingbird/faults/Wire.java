package dev.mockingbird.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a server that can be cut, or stalled, and healed.
///
/// - **cut**: what is open is reset, what is new is refused.
/// - **stalled**: nothing is lost and nothing comes through, as on a network that swallows packets
///   and whose ends keep sending them again; new connections open and hear nothing.
final class Wire implements AutoCloseable {

  private enum State {
    WHOLE,
    CUT,
    STALLED
  }

  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private State state = State.WHOLE;
  private boolean closed;

  /// @param port where it listens
  /// @param target where it leads, on loopback
  Wire(int port, int target) throws IOException {
    this.port = port;
    this.target = target;
    this.door = listen();
  }

  int port() {
    return port;
  }

  synchronized void cut() throws IOException {
    state = State.CUT;
    door.close();
    open.forEach(Wire::reset);
    notifyAll();
  }

  synchronized void stall() {
    state = State.STALLED;
  }

  synchronized void heal() throws IOException {
    boolean wasCut = state == State.CUT;
    state = State.WHOLE;
    if (wasCut) {
      door = listen();
    }
    notifyAll();
  }

  private ServerSocket listen() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    Thread.ofVirtual().name("wire-" + port).start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket from) {
    while (true) {
      try {
        Socket near = from.accept();
        Thread.ofVirtual().start(() -> join(near));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void join(Socket near) {
    open.add(near);
    try {
      awaitNotStalled();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(far, near));
      carry(near, far);
    } catch (IOException _) {
      reset(near);
      open.remove(near);
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(buffer)) >= 0) {
        awaitNotStalled();
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // The other direction ends as well.
    }
    reset(from);
    reset(to);
    open.remove(from);
    open.remove(to);
  }

  private synchronized void awaitNotStalled() throws IOException {
    while (state == State.STALLED && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    if (state == State.CUT || closed) {
      throw new IOException("cut");
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      socket.close();
    } catch (IOException _) {
      // It is closed already.
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(Wire::reset);
    notifyAll();
  }
}
